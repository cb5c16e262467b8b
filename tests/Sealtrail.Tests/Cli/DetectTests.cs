using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

public sealed class DetectTests
{
    [Fact]
    public void Each_match_is_one_line_of_JSON_with_event_rule_and_place()
    {
        using var folder = new CliFolder();
        var rules = folder.Write("stop.yml", CliFolder.StopRule);
        var log = folder.Write("logs/a.json.gz", Gzip.Of(Records.File(Records.Record(1), Records.Record(2, "StopLogging"), Records.Record(3), Records.Record(4, "stoplogging"))));

        var run = CliRun.Run("detect", log, "--rules", rules);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            $$"""
            {"eventId":"{{Records.Id(2)}}","rule":"Logging stopped","ruleId":"3e2b1a60-1111-4222-8333-444455556666","source":"{{log}}","place":1}
            {"eventId":"{{Records.Id(4)}}","rule":"Logging stopped","ruleId":"3e2b1a60-1111-4222-8333-444455556666","source":"{{log}}","place":3}

            """, run.Out);
    }

    [Fact]
    public void Redelivered_records_match_again_because_nothing_is_remembered()
    {
        using var folder = new CliFolder();
        var rules = folder.Write("stop.yml", CliFolder.StopRule);
        folder.Write("logs/a.json", Records.File(Records.Record(1, "StopLogging")));
        folder.Write("logs/b.json", Records.File(Records.Record(1, "StopLogging")));

        var run = CliRun.Run("detect", folder.At("logs"), "--rules", rules);

        Assert.Equal([folder.At("logs/a.json"), folder.At("logs/b.json")], run.JsonLines.Select(line => (string?)line["source"]));
    }

    [Fact]
    public void The_samples_match_the_rules_that_the_replay_alerts_on()
    {
        using var folder = new CliFolder();
        folder.Run("replay", Repository.Path("events"), "--output", "json");
        var alerted = folder.Run("alerts", "--output", "json").JsonLines.Select(alert => $"{alert["ruleId"]} {alert["eventId"]}").ToHashSet();

        var run = CliRun.Run("detect", Repository.Path("events"));

        var matched = run.JsonLines.Select(line => $"{line["ruleId"]} {line["eventId"]}").ToHashSet();
        Assert.Equal(0, run.ExitCode);
        Assert.Subset(matched, alerted);
        Assert.Equal(
            alerted.Select(match => match.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal),
            matched.Select(match => match.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_cannot_be_matched_is_told_on_standard_error_and_the_rest_is_matched()
    {
        using var folder = new CliFolder();
        var rules = folder.Write("stop.yml", CliFolder.StopRule);
        var log = folder.Write("a.json", Records.File("42", Records.Record(1, "StopLogging")));

        var run = CliRun.Run("detect", log, "--rules", rules);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, (int?)Assert.Single(run.JsonLines)["place"]);
        Assert.StartsWith($"rejected {log} record 0, byte 12, 2 bytes: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_event_id_stays_one_line_of_JSON()
    {
        using var folder = new CliFolder();
        var rules = folder.Write("stop.yml", CliFolder.StopRule);
        const string Id = "x\n{\"eventId\":\"forged\"}\u001b[2J\u2028\u202e";
        var record = JsonNode.Parse(Records.Record(1, "StopLogging"))!;
        record["eventID"] = Id;

        var run = CliRun.Run("detect", folder.Write("a.json", Records.File(record.ToJsonString())), "--rules", rules);

        Assert.Equal(Id, (string?)Assert.Single(run.JsonLines)["eventId"]);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.DoesNotContain('\u202e', run.Out);
    }

    [Fact]
    public void No_match_prints_nothing()
    {
        using var folder = new CliFolder();

        var run = CliRun.Run("detect", folder.Write("a.json", Records.File(1, 3)), "--rules", folder.Write("stop.yml", CliFolder.StopRule));

        Assert.Equal((0, "", ""), (run.ExitCode, run.Out, run.Error));
    }
}
