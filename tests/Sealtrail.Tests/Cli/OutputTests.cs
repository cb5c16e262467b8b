using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

/// <summary>Who reads standard output with a program gets what was asked for and nothing else.</summary>
public sealed class OutputTests(Day day) : IClassFixture<Day>
{
    [Theory]
    [InlineData("search --limit 1000")]
    [InlineData("alerts")]
    [InlineData("rejected")]
    public void With_JSON_asked_for_every_line_of_a_list_is_an_object(string arguments)
    {
        var run = day.Run([.. arguments.Split(' '), "--output", "json"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEmpty(run.JsonLines);
        Assert.All(run.JsonLines, line => Assert.IsType<JsonObject>(line));
    }

    [Fact]
    public void With_JSON_asked_for_a_replay_prints_one_object_and_keeps_its_notes_to_standard_error()
    {
        using var folder = new CliFolder();
        folder.Write("logs/a.json", Records.File(Records.Record(1, "StopLogging")));
        folder.Write("logs/readme.txt", "passed over");
        folder.Write("rules/bad.yml", "title: x");
        folder.Write("rules/stop.yml", CliFolder.StopRule);

        var run = folder.Run("replay", folder.At("logs"), "--rules", folder.At("rules"), "--stats", "--output", "json");

        Assert.IsType<JsonObject>(run.Json);
        Assert.Equal(1, (int)run.Json["alerts"]!);
        Assert.Contains("rule refused", run.Error, StringComparison.Ordinal);
        Assert.Contains("passed over", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alert_of_a_replay_with_JSON_is_read_with_the_list_of_alerts()
    {
        using var folder = new CliFolder();
        var log = folder.Write("a.json", Records.File(Records.Record(1, "StopLogging")));
        folder.Run("replay", log, "--rules", folder.Write("stop.yml", CliFolder.StopRule), "--output", "json");

        Assert.Equal("Logging stopped", (string?)Assert.Single(folder.Run("alerts", "--output", "json").JsonLines)["title"]);
    }

    [Theory]
    [InlineData("search --limit 1000")]
    [InlineData("alerts")]
    [InlineData("alerts --as email")]
    [InlineData("rejected")]
    [InlineData("show 0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b")]
    [InlineData("show nothing")]
    [InlineData("alerts --output json")]
    public void What_is_piped_carries_no_colours_and_no_carriage_returns(string arguments)
    {
        var run = day.Run(arguments.Split(' '));

        Assert.All([run.Out, run.Error, day.Replay.Out, day.Replay.Error], text =>
        {
            Assert.DoesNotContain('\u001b', text);
            Assert.DoesNotContain('\r', text);
        });
    }

    [Fact]
    public void Lines_are_not_broken_at_the_width_of_a_terminal()
    {
        Assert.Contains(day.Run("search", "--limit", "1000").Out.Split('\n'), line => line.Length > 200);
        Assert.All(day.Run("search", "--limit", "1000").Out.TrimEnd('\n').Split('\n'), line => Assert.Matches(@"^(\d{4}-|no time)", line));
    }
}
