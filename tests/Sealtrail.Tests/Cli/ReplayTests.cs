using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

public sealed class ReplayTests
{
    [Fact]
    public void The_samples_are_accounted_for_to_the_last_record_and_a_second_replay_adds_nothing()
    {
        using var folder = new CliFolder();

        var first = folder.Run("replay", Repository.Path("events"), "--output", "json");
        var second = folder.Run("replay", Repository.Path("events"), "--output", "json");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal([56, 452, 423, 18, 11, 56, 0], Numbers(first.Json, "objects", "received", "indexed", "duplicates", "rejected", "blocks", "objectsDoneBefore"));
        Assert.Equal([56, 452, 0, 441, 11, 0, 56], Numbers(second.Json, "objects", "received", "indexed", "duplicates", "rejected", "blocks", "objectsDoneBefore"));
        Assert.Equal([0, 0], Numbers(second.Json, "alerts", "suppressed"));
        Assert.Equal($"{first.Json["store"]}", $"{second.Json["store"]}");
        Assert.Equal($"{first.Json["head"]}", $"{second.Json["head"]}");
        Assert.Equal([56, 452, 423, 18, 11, 56], Numbers(second.Json["store"]!, "objects", "received", "indexed", "duplicates", "rejected", "blocks"));
        Assert.Empty(first.Json["failed"]!.AsArray());
    }

    [Fact]
    public void As_text_it_prints_each_alert_as_a_card_and_then_the_accounting()
    {
        using var folder = new CliFolder();

        var run = folder.Run("replay", Repository.Path("events"));

        Assert.Contains(
            """
            HIGH     2026-11-10T13:32:05Z Trail stopped or deleted
                     svc-metrics did cloudtrail:StopLogging on arn:aws:cloudtrail:eu-central-1:444455556666:trail/prod-data-trail: succeeded
                     444455556666/eu-central-1 from 203.0.113.77, event 0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b, block 17
                     next: Start logging again, or create the trail anew, before anything else.
            """, run.Out, StringComparison.Ordinal);
        Assert.Contains("│ received             │      452 │       452 │\n│   indexed            │      423 │       423 │\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("│   duplicates         │       18 │        18 │\n│   rejected           │       11 │        11 │\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(folder.Store, run.Out, StringComparison.Ordinal);
        Assert.Contains("files passed over", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_replay_prints_no_alert_again()
    {
        using var folder = new CliFolder();
        folder.Write("rules/stop.yml", CliFolder.StopRule);
        var log = folder.Write("log.json", Records.File(Records.Record(1, "StopLogging")));
        var rules = folder.At("rules");

        Assert.Contains("Logging stopped", folder.Run("replay", log, "--rules", rules).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Logging stopped", folder.Run("replay", log, "--rules", rules).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_a_folder_take_the_place_of_the_built_in_ones_unless_both_are_named()
    {
        using var folder = new CliFolder();
        folder.Write("rules/deep/er/stop.yaml", CliFolder.StopRule);
        folder.Write("rules/readme.txt", "no rule");
        var log = folder.Write("log.json", Records.File(Records.Record(1, "StopLogging", "cloudtrail.amazonaws.com")));

        Assert.Equal([1], Numbers(folder.Run("replay", log, "--rules", folder.At("rules"), "--output", "json").Json, "alerts"));
        using var other = new CliFolder();
        Assert.Equal([2], Numbers(other.Run("replay", log, "--rules", folder.At("rules"), "--rules", "builtin", "--output", "json").Json, "alerts"));
    }

    [Fact]
    public void Rules_that_are_refused_are_told_and_the_others_run()
    {
        using var folder = new CliFolder();
        folder.Write("rules/bad.yml", CliFolder.StopRule.Replace("eventName:", "eventName|like:", StringComparison.Ordinal));
        folder.Write("rules/stop.yml", CliFolder.StopRule.Replace("3e2b", "4e2b", StringComparison.Ordinal));
        var log = folder.Write("log.json", Records.File(Records.Record(1, "StopLogging")));

        var run = folder.Run("replay", log, "--rules", folder.At("rules"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{folder.At("rules/bad.yml")}:4 like: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Logging stopped", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 3, 147)]
    [InlineData(2, 2, 148)]
    [InlineData(60, 1, 149)]
    public void The_window_says_how_long_a_repeated_alert_is_suppressed(int minutes, int alerts, int suppressed)
    {
        using var folder = new CliFolder();
        folder.Write("rules/stop.yml", CliFolder.StopRule);
        var log = folder.Write("log.json", Records.File(Enumerable.Range(0, 150).Select(number => Records.Record(number, "StopLogging"))));

        var run = folder.Run("replay", log, "--rules", folder.At("rules"), "--window", $"{minutes}", "--output", "json");

        Assert.Equal([alerts, suppressed], Numbers(run.Json, "alerts", "suppressed"));
    }

    [Fact]
    public void A_file_that_is_named_is_taken_whatever_its_name_and_only_once()
    {
        using var folder = new CliFolder();
        var odd = folder.Write("logs/odd.txt", Records.File(1, 3));
        folder.Write("logs/a.json", Records.File(4, 2));

        var run = folder.Run("replay", odd, folder.At("logs"), odd, "--output", "json");

        Assert.Equal([2, 5, 5], Numbers(run.Json, "objects", "received", "indexed"));
    }

    [Fact]
    public void An_empty_folder_is_no_failure()
    {
        using var folder = new CliFolder();
        Directory.CreateDirectory(folder.At("empty"));

        var run = folder.Run("replay", folder.At("empty"), "--output", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([0, 0, 0], Numbers(run.Json, "objects", "received", "blocks"));
    }

    private static IEnumerable<int> Numbers(JsonNode json, params string[] names) => names.Select(name => (int)json[name]!);
}
