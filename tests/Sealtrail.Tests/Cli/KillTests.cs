using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Sealtrail.Tests.Cli;

/// <summary>
/// Kills the command in the middle of its work, again and again, and lets it finish at last. A longer run by hand:
/// <c>KILL_FILES=600 KILL_RECORDS=300 KILL_COUNT=20 KILL_SEED=7 dotnet test -c Release --filter KillTests --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sealtrail-kill-").FullName;
    private readonly int _seed = Setting("KILL_SEED", 1);
    private readonly int _count = Setting("KILL_COUNT", 20);

    [Fact]
    public void A_replay_killed_at_any_moment_and_repeated_ends_as_one_that_was_not()
    {
        new Trail(_seed).Write(Input, Setting("KILL_FILES", 150), Setting("KILL_RECORDS", 100));
        var clock = Stopwatch.StartNew();
        var reference = Finish("reference.db");
        var (whole, work) = (clock.Elapsed, TimeSpan.FromSeconds((double)reference.Summary["elapsedSeconds"]!));
        output.WriteLine($"undisturbed: {whole.TotalSeconds:N2} s, of them {work.TotalSeconds:N2} s at work; {reference.Totals}");

        var random = new Random(_seed);
        var kills = 0;
        for (var store = 0; kills < _count; store++)
        {
            while (kills < _count && Kill($"store-{store}.db", Delay(random, whole - work, work)))
            {
                kills++;
            }

            var finished = Finish($"store-{store}.db");
            output.WriteLine($"store {store} after {kills} kills: {finished.Summary["objectsDoneBefore"]} objects were done before the last run; {finished.Totals}");
            Assert.Equal(reference.Totals, finished.Totals);
            Assert.Equal(reference.Alerts, finished.Alerts);
            AssertSound($"store-{store}.db");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Input => Path.Combine(_folder, "input");

    /// <summary>From the first instruction to a good part of the work: a group of 32 objects must get done for the next run to come further.</summary>
    private static TimeSpan Delay(Random random, TimeSpan start, TimeSpan work) => (start * (0.5 + (0.5 * random.NextDouble()))) + (work * 0.3 * random.NextDouble());

    /// <returns>False where the command had finished before.</returns>
    private bool Kill(string store, TimeSpan delay)
    {
        using var process = CliRun.Start(Arguments(store));
        var finished = process.WaitForExit(delay);
        if (!finished)
        {
            process.Kill();
            process.WaitForExit();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store}: {(finished ? "finished within" : "killed after")} {delay.TotalMilliseconds:N0} ms"));
        return !finished;
    }

    private (JsonNode Summary, string Totals, string Alerts) Finish(string store)
    {
        var run = CliRun.Run(Arguments(store));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var totals = run.Json["store"]!.AsObject();
        totals.Remove("path");
        Assert.Equal((long)totals["received"]!, (long)totals["indexed"]! + (long)totals["duplicates"]! + (long)totals["rejected"]!);
        return (run.Json, totals.ToJsonString(), CliRun.Run("alerts", "--store", Path.Combine(_folder, store), "--output", "json").Out);
    }

    private void AssertSound(string store)
    {
        var verified = CliRun.Run("verify", "--store", Path.Combine(_folder, store), "--output", "json");
        Assert.Equal(0, verified.ExitCode);
        Assert.True((bool)verified.Json["sound"]!);
        Assert.Empty(verified.Json["notVerified"]!.AsArray());
    }

    private string[] Arguments(string store) => ["replay", Input, "--store", Path.Combine(_folder, store), "--output", "json"];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
