using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

/// <summary>Each option against all events of the day, filtered here.</summary>
public sealed class SearchTests(Day day) : IClassFixture<Day>
{
    [Fact]
    public void Without_a_condition_every_event_is_found_newest_first()
    {
        var all = All();

        Assert.Equal(423, all.Count);
        var times = all.Select(e => (string?)e["time"]).OfType<string>().ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.Equal(423, all.Select(e => $"{e["id"]} {e["digest"]}").Distinct().Count());
    }

    [Theory]
    [InlineData("--action", "StopLogging")]
    [InlineData("--action", "stoplogging")]
    [InlineData("--action", "cloudtrail:StopLogging")]
    [InlineData("--action", "cloudtrail.amazonaws.com:StopLogging")]
    public void An_action_is_found_by_its_name_with_or_without_its_service(string option, string value)
    {
        Assert.Equal(["0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b"], Ids(day.Run("search", option, value, "--output", "json")));
    }

    [Theory]
    [InlineData("--ip", "203.0.113.77", "origin", "address")]
    [InlineData("--key", "AKIA3KF6UTOH3EXAMPLE", "actor", "accessKey")]
    [InlineData("--actor", "arn:aws:iam::777788889999:user/sample-reader", "actor", "arn")]
    [InlineData("--account", "111122223333", "account", null)]
    [InlineData("--region", "us-east-1", "region", null)]
    public void A_fact_finds_exactly_the_events_that_have_it(string option, string value, string member, string? inner)
    {
        var expected = All().Where(e => (string?)(inner is null ? e[member] : e[member]![inner]) == value).Select(Id).ToList();

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(), Ids(day.Run("search", option, value, "--limit", "1000", "--output", "json")).Order());
    }

    [Theory]
    [InlineData("svc-metrics")]
    [InlineData("ingrid.solberg@larkspurbooks.example")]
    public void An_actor_is_found_by_name_and_a_person_through_any_role(string name)
    {
        var found = Ids(day.Run("search", "--actor", name.ToUpperInvariant(), "--limit", "1000", "--output", "json")).ToHashSet();

        Assert.NotEmpty(found);
        Assert.All(All(), e => Assert.Equal($"{e["actor"]}".Contains($"{name}\"", StringComparison.Ordinal), found.Contains(Id(e))));
    }

    [Theory]
    [InlineData("prod-data-trail")]
    [InlineData("arn:aws:cloudtrail:eu-central-1:444455556666:trail/prod-data-trail")]
    public void A_resource_is_found_by_its_last_part_or_its_whole_ARN(string resource)
    {
        var expected = All().Where(e => e["resources"]!.AsArray().Any(name => $"{name}".EndsWith("/prod-data-trail", StringComparison.Ordinal))).Select(Id).ToList();

        Assert.Equal(3, expected.Count);
        Assert.Equal(expected, Ids(day.Run("search", "--resource", resource, "--output", "json")));
    }

    [Fact]
    public void Failures_are_the_denied_and_the_failed_calls()
    {
        var expected = All().Where(e => (string?)e["outcome"]!["kind"] != "Success").Select(Id);

        Assert.Equal(expected.Order(), Ids(day.Run("search", "--failed", "--output", "json")).Order());
    }

    [Fact]
    public void Times_are_from_the_first_on_and_before_the_second()
    {
        var expected = All().Where(e => string.CompareOrdinal((string?)e["time"], "2026-11-10T13:32:05") >= 0
            && string.CompareOrdinal((string?)e["time"], "2026-11-10T13:48:37") < 0).Select(Id).ToList();

        var found = Ids(day.Run("search", "--since", "2026-11-10T13:32:05Z", "--until", "2026-11-10T13:48:37Z", "--output", "json"));

        Assert.Equal(expected, found);
        Assert.Equal("0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b", found.Last());
        Assert.Empty(Ids(day.Run("search", "--since", "2026-11-12", "--output", "json")));
    }

    [Fact]
    public void All_conditions_must_hold()
    {
        var run = day.Run("search", "--ip", "203.0.113.77", "--actor", "svc-metrics", "--account", "444455556666", "--action", "StopLogging", "--output", "json");

        Assert.Single(run.JsonLines);
        Assert.Empty(day.Run("search", "--action", "StopLogging", "--account", "111122223333", "--output", "json").JsonLines);
    }

    [Fact]
    public void No_more_than_the_limit_is_shown_and_it_is_said_that_there_is_more()
    {
        var run = day.Run("search", "--limit", "7");

        Assert.Equal(7, run.Out.Count(letter => letter == '\n'));
        Assert.Contains("more", run.Error, StringComparison.Ordinal);
        Assert.Equal(100, day.Run("search", "--output", "json").JsonLines.Count());
    }

    [Fact]
    public void Nothing_found_is_no_failure()
    {
        var run = day.Run("search", "--actor", "nobody", "--output", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
    }

    private List<JsonNode> All() => [.. day.Run("search", "--limit", "1000", "--output", "json").JsonLines];

    private static string Id(JsonNode e) => (string)e["id"]!;

    private static IEnumerable<string> Ids(CliRun run) => run.JsonLines.Select(Id);
}
