using System.Text.Json;
using System.Text.Json.Nodes;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Alerting;

public sealed class AlertJsonTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 5)];

    [Fact]
    public void An_alert_as_JSON_names_every_fact()
    {
        var json = JsonNode.Parse(AlertJson.Write(Samples.Alert))!.AsObject();

        Assert.Equal(
            ["account", "block", "description", "eventId", "human", "humanEvidence", "id", "isStorm", "level", "nextSteps", "outcome", "region", "resource", "role", "ruleId", "sourceAddress", "time", "title", "what", "who"],
            json.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("High", (string?)json["level"]);
        Assert.Equal("Claimed", (string?)json["humanEvidence"]);
        Assert.Equal("Success", (string?)json["outcome"]!["kind"]);
        Assert.Equal(12, (long?)json["block"]);
        Assert.Equal(["Start logging again.", "Ask who did it."], json["nextSteps"]!.AsArray().Select(step => (string?)step));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_alert_survives_the_way_through_JSON(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var alert = Samples.Hostile(random) with { Time = Samples.Alert.Time };
            var json = AlertJson.Write(alert);

            var read = AlertJson.Read(json);

            Assert.Equal(json, AlertJson.Write(read));
            Assert.Equal(alert.NextSteps.Length, read.NextSteps.Length);
            Assert.Equal((alert.Level, alert.Block, alert.Time, alert.Outcome.Kind), (read.Level, read.Block, read.Time, read.Outcome.Kind));
            Assert.DoesNotContain(json, char.IsControl);
        }
    }

    [Fact]
    public void Every_whole_text_survives_the_way_through_JSON_as_it_was()
    {
        const string Text = "a\n\r\t\0\u001b[31m\u202e\u2028\"\\/<>&'+\U0001F511é字\ufffd";

        var read = AlertJson.Read(AlertJson.Write(Samples.Alert with { Who = Text, Resource = Text, Outcome = new Outcome(OutcomeKind.Denied, Text, Text) }));

        Assert.Equal((Text, Text, Text, Text), (read.Who, read.Resource, read.Outcome.Code, read.Outcome.Message));
    }

    [Fact]
    public void An_alert_of_an_event_without_a_time_survives_too()
    {
        var alert = Samples.Alert with { Time = null };

        Assert.Null(AlertJson.Read(AlertJson.Write(alert)).Time);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"id\":1}")]
    [InlineData("not json")]
    public void What_is_no_alert_is_refused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => AlertJson.Read(json));
    }

    [Fact]
    public void The_id_of_an_alert_is_its_rule_and_event_and_nothing_else()
    {
        var match = Samples.Match(1, id: "e1");

        Assert.Equal(Alert.Of(match.Rule, match.Event, 1).Id, Alert.Of(match.Rule with { Title = "other" }, match.Event with { Region = "other" }, 99).Id);
        Assert.NotEqual(Alert.IdOf("rule-1", "e1"), Alert.IdOf("rule-1", "e2"));
        Assert.NotEqual(Alert.IdOf("rule-1", "e1"), Alert.IdOf("rule-2", "e1"));
        Assert.Matches("^[0-9a-f]{32}$", Alert.IdOf("rule-1", "e1"));
    }

    [Fact]
    public void An_alert_says_of_its_event_who_what_where_when_and_how_it_ended()
    {
        var match = Samples.Match(92);
        var e = match.Event with
        {
            Actor = match.Event.Actor with { Human = new Human("noor", HumanEvidence.Claimed), Issuer = "arn:aws:iam::111122223333:role/Admin" },
            Outcome = new Outcome(OutcomeKind.Denied, "AccessDenied", "no"),
            Resources = ["first", "second"],
        };

        var alert = Alert.Of(match.Rule, e, 7);

        Assert.Equal(("alice", "noor", HumanEvidence.Claimed, "arn:aws:iam::111122223333:role/Admin"), (alert.Who, alert.Human, alert.HumanEvidence, alert.Role));
        Assert.Equal(("cloudtrail:StopLogging", "first", "111122223333", "eu-central-1"), (alert.What, alert.Resource, alert.Account, alert.Region));
        Assert.Equal((e.Time, e.Outcome, e.Id.Value, 7L), (alert.Time, alert.Outcome, alert.EventId, alert.Block));
        Assert.Equal("198.51.100.7", alert.SourceAddress);
    }
}
