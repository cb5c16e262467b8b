using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

/// <summary>An attacker chooses every text of a record; none of it may move the cursor, forge a line or hide one.</summary>
public sealed class HostileOutputTests(HostileStore store) : IClassFixture<HostileStore>
{
    [Fact]
    public void A_replay_prints_the_card_of_the_alert_on_its_four_lines()
    {
        AssertHarmless(store.Replay);
        var lines = store.Replay.Out.Split('\n');
        Assert.Matches("^HIGH     2026-11-10T08:00:01Z Logging stopped$", lines[0]);
        Assert.Equal("         next: Start it again.", lines[3]);
        Assert.Contains("[red]markup[/] [[x]] {0}", lines[1], StringComparison.Ordinal);
        Assert.Equal(1, lines.Count(line => line.StartsWith("HIGH", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("search", 1)]
    [InlineData("alerts", 4)]
    [InlineData("alerts --as sms", 1)]
    [InlineData("rejected", 1)]
    public void A_list_has_as_many_lines_as_it_has_entries(string arguments, int lines)
    {
        var run = store.Run(arguments.Split(' '));

        AssertHarmless(run);
        Assert.Equal((0, lines), (run.ExitCode, run.Out.Count(letter => letter == '\n')));
    }

    [Fact]
    public void An_event_is_shown_with_each_fact_on_its_own_line_and_one_outcome()
    {
        var run = store.Run("show", HostileStore.EventId);

        AssertHarmless(run);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, run.Out.Split('\n').Count(line => line.StartsWith("Outcome", StringComparison.Ordinal)));
        Assert.Contains("\nOutcome     failed (mallory\\u{A}HIGH", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_has_one_outcome_and_one_list_of_next_steps()
    {
        var run = store.Run("alerts", "--as", "email");

        AssertHarmless(run);
        Assert.Equal(1, run.Out.Split('\n').Count(line => line.StartsWith("Outcome", StringComparison.Ordinal)));
        Assert.Equal(1, run.Out.Split('\n').Count(line => line == "Next steps"));
    }

    [Theory]
    [InlineData("search")]
    [InlineData("alerts")]
    [InlineData("rejected")]
    public void As_JSON_the_text_is_whole_and_no_control_character_is_raw(string command)
    {
        var run = store.Run(command, "--output", "json");

        var line = Assert.Single(run.JsonLines);
        Assert.Single(run.Out, char.IsControl);
        Assert.Contains(command == "rejected" ? "\u001b[31mb.json" : HostileStore.Text, Texts(line));
    }

    [Fact]
    public void What_a_user_asked_for_is_repeated_without_its_control_characters()
    {
        AssertHarmless(store.Run("show", "nothing\u001b[2J\nsealtrail: forged"));
    }

    private static void AssertHarmless(CliRun run)
    {
        foreach (var letter in run.Out + run.Error)
        {
            Assert.True(
                letter == '\n' || letter == ' ' || char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
                string.Create(CultureInfo.InvariantCulture, $"U+{(int)letter:X4} is raw"));
        }

        Assert.DoesNotContain("\nHIGH     forged", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\nsealtrail: forged", run.Error, StringComparison.Ordinal);
    }

    /// <summary>All texts of the JSON, joined.</summary>
    private static string Texts(JsonNode json) => json switch
    {
        JsonObject map => string.Join('\v', map.Select(member => member.Value is null ? "" : Texts(member.Value))),
        JsonArray list => string.Join('\v', list.Select(item => Texts(item!))),
        _ => json.GetValueKind() == JsonValueKind.String ? (string)json! : "",
    };
}
