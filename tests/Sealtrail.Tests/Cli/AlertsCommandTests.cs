using System.Text.Json.Nodes;
using Xunit;

namespace Sealtrail.Tests.Cli;

public sealed class AlertsCommandTests(Day day) : IClassFixture<Day>
{
    private static readonly string[] Levels = ["Informational", "Low", "Medium", "High", "Critical"];

    [Fact]
    public void As_JSON_each_line_is_one_alert_newest_first_with_what_it_suppressed()
    {
        var alerts = All();

        Assert.NotEmpty(alerts);
        var times = alerts.Select(alert => (string)alert["time"]!).ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        var stop = alerts.Single(alert => (string?)alert["eventId"] == "0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b" && (string?)alert["title"] == "Trail stopped or deleted");
        Assert.Equal(("svc-metrics", "cloudtrail:StopLogging", "High", 0), ((string?)stop["who"], (string?)stop["what"], (string?)stop["level"], (int?)stop["suppressed"]));
        Assert.Distinct(alerts.Select(alert => (string)alert["id"]!));
    }

    [Theory]
    [InlineData("informational")]
    [InlineData("low")]
    [InlineData("medium")]
    [InlineData("HIGH")]
    [InlineData("critical")]
    public void A_level_narrows_to_itself_and_above(string level)
    {
        var least = Array.FindIndex(Levels, known => known.Equals(level, StringComparison.OrdinalIgnoreCase));
        var expected = All().Where(alert => Array.IndexOf(Levels, (string)alert["level"]!) >= least).Select(alert => (string?)alert["id"]);

        Assert.Equal(expected, day.Run("alerts", "--level", level, "--output", "json").JsonLines.Select(alert => (string?)alert["id"]));
    }

    [Fact]
    public void A_rule_and_times_narrow_too()
    {
        var all = All();
        var rule = (string)all[0]["ruleId"]!;

        Assert.All(day.Run("alerts", "--rule", rule, "--output", "json").JsonLines, alert => Assert.Equal(rule, (string?)alert["ruleId"]));
        var expected = all.Where(alert => string.CompareOrdinal((string?)alert["time"], "2026-11-10T13:32:05") >= 0 && string.CompareOrdinal((string?)alert["time"], "2026-11-10T13:48:37") < 0);
        Assert.Equal(
            expected.Select(alert => (string?)alert["id"]),
            day.Run("alerts", "--since", "2026-11-10T13:32:05Z", "--until", "2026-11-10T13:48:37Z", "--output", "json").JsonLines.Select(alert => (string?)alert["id"]));
    }

    [Fact]
    public void As_text_messages_each_is_one_line_of_at_most_140_characters()
    {
        var lines = day.Run("alerts", "--as", "sms").Out.TrimEnd('\n').Split('\n');

        Assert.Equal(All().Count, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 40, 140));
        Assert.Contains("HIGH Trail stopped or deleted: svc-metrics cloudtrail:StopLogging trail/prod-data-trail allowed. 444455556666/eu-central-1 13:32Z", lines);
    }

    [Fact]
    public void As_mails_each_has_a_subject_and_what_to_do()
    {
        var mails = day.Run("alerts", "--as", "email", "--level", "high").Out.Split("Subject: ", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(day.Run("alerts", "--level", "high", "--output", "json").JsonLines.Count(), mails.Length);
        Assert.All(mails, mail =>
        {
            Assert.StartsWith("[HIGH] ", mail, StringComparison.Ordinal);
            Assert.Contains("\nNext steps\n1. ", mail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void As_cards_they_read_as_the_replay_printed_them()
    {
        var cards = day.Run("alerts", "--level", "medium");

        var printed = day.Replay.Out.Split('\n');
        Assert.All(cards.Out.TrimEnd('\n').Split('\n'), line => Assert.Contains(line, printed));
        Assert.Matches(@"\d+ alerts", cards.Error);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("high,low")]
    public void A_level_that_is_none_is_a_mistake_and_not_an_empty_list(string level)
    {
        var run = day.Run("alerts", $"--level={level}");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
    }

    private List<JsonNode> All() => [.. day.Run("alerts", "--output", "json").JsonLines];
}
