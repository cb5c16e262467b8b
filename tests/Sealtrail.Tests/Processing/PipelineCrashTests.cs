using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Processing;

/// <summary>Dies at every effect there is, does the objects again, and must end with the very rows of a run that nobody disturbed.</summary>
public sealed class PipelineCrashTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Failing_at_any_effect_and_doing_the_objects_again_leaves_what_one_run_leaves(bool after, bool asIO)
    {
        var (expected, effects) = await UndisturbedAsync();
        Assert.Equal(["append", "complete", "open", "publish", "put", "suppress"], effects.Distinct().Order(StringComparer.Ordinal));

        for (var at = 0; at < effects.Count; at++)
        {
            using var store = new TempStore().Hasty();
            var invocations = Objects(store);
            var run = new PipelineRun(store);
            if (await FailsAsync(run, new Crashes(at, after, asIO), invocations))
            {
                await run.RunAsync(new Crashes(), invocations);
            }

            var difference = (await store.DumpAsync()).Except(expected).Concat(expected.Except(await store.DumpAsync())).ToList();
            Assert.True(difference.Count == 0, $"effect {at} ({effects[at]}):\n{string.Join('\n', difference)}");
            Assert.Equal(2, run.Published.Distinct().Count());
        }
    }

    [Fact]
    public async Task Dying_many_times_at_random_effects_leaves_what_one_run_leaves()
    {
        var (expected, effects) = await UndisturbedAsync();
        for (var seed = 0; seed < 25; seed++)
        {
            var random = new Random(seed);
            using var store = new TempStore().Hasty();
            var run = new PipelineRun(store);
            for (var life = 0; life < 6; life++)
            {
                await FailsAsync(run, new Crashes(random.Next(effects.Count), random.Next(2) == 0, random.Next(2) == 0), Objects(store));
            }

            await run.RunAsync(new Crashes(), Objects(store));

            Assert.True(expected.SequenceEqual(await store.DumpAsync()), $"seed {seed}");
        }
    }

    [Fact]
    public async Task Doing_everything_again_writes_nothing_and_alerts_nobody()
    {
        using var store = new TempStore().Hasty();
        var run = new PipelineRun(store);
        await run.RunAsync(new Crashes(), Objects(store));
        var before = await store.DumpAsync();

        var again = await run.RunAsync(new Crashes(), Objects(store));

        Assert.All(again, result => Assert.Equal((Core.Processing.ObjectStatus.DoneBefore, false, 0L, 0L), (result.Status, result.IsNewBlock, result.Alerts, result.Suppressed)));
        Assert.Equal(before, await store.DumpAsync());
        Assert.Equal(2, run.Published.Count);
    }

    [Fact]
    public async Task The_undisturbed_run_accounts_for_every_record()
    {
        using var store = new TempStore().Hasty();
        var run = new PipelineRun(store);

        var results = await run.RunAsync(new Crashes(), Objects(store));

        // a: 5; b: 4 of its own, 2 redelivered, 2 that are no records; the cut object: 3 and its broken end; two with a known event id; one suppressed.
        Assert.Equal(new IndexTotals(6, 20, 15, 2, 3), await store.Index.ReadTotalsAsync(CancellationToken.None));
        Assert.Equal(new Core.Alerting.AlertTotals(2, 2), await store.Alerts.ReadTotalsAsync(CancellationToken.None));
        Assert.Equal([2L, 2L], [results.Sum(result => result.Alerts), results.Sum(result => result.Suppressed)]);
    }

    private static async Task<(IReadOnlyList<string> Dump, IReadOnlyList<string> Effects)> UndisturbedAsync()
    {
        using var store = new TempStore().Hasty();
        var crashes = new Crashes();
        await new PipelineRun(store).RunAsync(crashes, Objects(store));
        return (await store.DumpAsync(), crashes.Effects);
    }

    private static async Task<bool> FailsAsync(PipelineRun run, Crashes crashes, IReadOnlyList<ObjectSource>[] invocations)
    {
        try
        {
            await run.RunAsync(crashes, invocations);
            return false;
        }
        catch (Exception failure) when (failure is CrashException or IOException)
        {
            return true;
        }
    }

    /// <summary>Two invocations: alerts, a repeat in the same and in another object, redelivered records, rejects, an object cut short, an empty one.</summary>
    private static IReadOnlyList<ObjectSource>[] Objects(TempStore store)
    {
        var archive = store.Archive;
        var stop = Records.Record(1, "StopLogging");
        var a = archive.Add("a.json.gz", Records.File(Records.Record(0), stop, Records.Record(2), Records.Record(3, "StopLogging"), Records.Record(4)));
        var b = archive.Add("b.json.gz", Records.File(Records.Record(10), stop, "42", Records.Record(2), Records.Record(7_300, "StopLogging"), "\"no record\"", Records.Record(11), Records.Record(12)));
        var cut = archive.Add("cut.json.gz", Gzip.Of(Records.File(20, 3) + new string(' ', 100_000))[..^9]);
        var digest = archive.Add("digest.json", "{\"digestStartTime\":\"2026-11-10T00:00:00Z\"}");
        var forged = archive.Add("forged.json.gz", Records.File(Records.Record(0, extra: "\"more\":1,"), Records.Record(4, extra: "\"more\":2,")));
        var late = archive.Add("late.json.gz", Records.File(Records.Record(7_500, "StopLogging")));
        return [[a, b, cut], [digest, forged, late, a]];
    }
}
