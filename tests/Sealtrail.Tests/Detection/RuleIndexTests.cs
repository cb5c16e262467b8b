using Sealtrail.Core.Detection;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>The index picks rules by eventName and eventSource; it must never lose a match.</summary>
public sealed class RuleIndexTests
{
    private static readonly string[] Names = ["CreateUser", "createuser", "StopLogging", "GetObject", "é", "7", ""];
    private static readonly string[] Sources = ["iam.amazonaws.com", "IAM.amazonaws.com", "s3.amazonaws.com", "7"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void All_rules_together_match_what_each_matches_alone(int seed)
    {
        var random = new RandomRules(seed);
        var rules = Sigma.Load(Enumerable.Range(0, 60).Select(number =>
            Sigma.Rule(Detection(random)).Replace("title: test", $"title: rule {number}", StringComparison.Ordinal)));
        Assert.DoesNotContain(rules.Problems, problem => problem.IsRefusal);
        var hits = 0;
        for (var i = 0; i < 200; i++)
        {
            var json = Event(random);
            var alone = Sigma.MatchOneByOne(rules, json);
            Assert.Equal(alone.Order(StringComparer.Ordinal), Sigma.Match(rules, json).Order(StringComparer.Ordinal));
            hits += alone.Count;
        }

        Assert.InRange(hits, 1_000, 11_000);
    }

    [Theory]
    [InlineData("""{"eventName":"a","eventName":"StopLogging"}""")]
    [InlineData("""{"eventName":"StopLogging","eventName":"a"}""")]
    [InlineData("""{"eventName":["a","stopLogging"]}""")]
    [InlineData("""{"eventName":{"x":"StopLogging"}}""")]
    [InlineData("""{"event\u004eame":"StopLog\u0067ing"}""")]
    [InlineData("""{"eventName":"STOPLOGGING","eventSource":7}""")]
    [InlineData("""{"eventSource":null,"eventName":"StopLogging"}""")]
    public void A_rule_on_an_event_name_is_found_however_the_event_writes_it(string json)
    {
        Sigma.Hits("eventName: StopLogging", json);
        Sigma.Hits("eventName: [x, StopLogging]\neventSource|neq: x", json);
    }

    [Fact]
    public void A_rule_is_matched_once_though_it_names_an_event_twice()
    {
        var rules = Sigma.Load(Sigma.Rule("a:\n  eventName: [Stop, STOP, stop]\nb:\n  eventName: Stop\ncondition: 1 of them"));

        Assert.Single(Sigma.Match(rules, """{"eventName":"Stop"}"""));
    }

    [Fact]
    public void A_matcher_keeps_nothing_of_one_event_for_the_next()
    {
        var rules = Sigma.Load(Sigma.Rule(Sigma.Selection("eventName: a\nb: 1")), Sigma.Rule(Sigma.Selection("b|contains: 1")).Replace("title: test", "title: other", StringComparison.Ordinal));
        foreach (var (json, count) in new[] { ("""{"eventName":"a","b":1}""", 2), ("{}", 0), ("""{"eventName":"a"}""", 0), ("""{"b":"x1"}""", 1) })
        {
            Assert.Equal(count, Sigma.Match(rules, json).Count);
        }
    }

    [Theory]
    [InlineData("\u212Aill", "kill")]
    [InlineData("kill", "\u212Aill")]
    [InlineData("\u212Bngstrom", "ångstrom")]
    public void The_index_compares_case_as_the_test_itself_does(string inEvent, string inRule)
    {
        var rules = Sigma.Load(Sigma.Rule(Sigma.Selection($"eventName: '{inRule}'")));
        var json = $$"""{"eventName":"{{inEvent}}"}""";

        Assert.Equal(Sigma.MatchOneByOne(rules, json), Sigma.Match(rules, json));
    }

    [Fact]
    public void A_thousand_rules_on_names_all_find_their_event()
    {
        var rules = Sigma.Load(Enumerable.Range(0, 1000).Select(number =>
            Sigma.Rule(Sigma.Selection($"eventName: Action{number}")).Replace("title: test", $"title: rule {number}", StringComparison.Ordinal)));

        Assert.All(Enumerable.Range(0, 1000), number =>
            Assert.Equal([$"rule {number}"], Sigma.Match(rules, $$"""{"eventName":"ACTION{{number}}"}""")));
    }

    private static string Detection(RandomRules random)
    {
        var selections = random.Many(1, 3, () => random.Pick("{{{0}}}", "[{{{0}}}, {{{1}}}]", "{{{0}, {2}}}")).Select((shape, place) =>
            string.Format(System.Globalization.CultureInfo.InvariantCulture, $"s{place}: {shape}", OnName(random), OnSource(random), OnSource(random))).ToList();
        var condition = random.Pick("1 of them", "all of them", "s0", "not s0", "s0 and not 1 of s1*", "s0 or all of s*");
        condition = selections.Count < 2 ? condition.Replace(" and not 1 of s1*", "", StringComparison.Ordinal) : condition;
        return $"{string.Join('\n', selections)}\ncondition: {condition}";
    }

    private static string OnName(RandomRules random) => On(random, "eventName", Names);

    private static string OnSource(RandomRules random) => On(random, "eventSource", Sources);

    private static string On(RandomRules random, string field, string[] values)
    {
        var modifier = random.Pick("", "", "", "|contains", "|cased", "|neq", "|startswith", "|all");
        var value = random.Pick("'{0}'", "['{0}', '{1}']", "'{0}*'", "7", "null");
        value = value == "null" && modifier is not ("" or "|neq") ? "'{0}'" : value;
        values = modifier == "|startswith" ? [.. values.Where(text => text.Length > 0)] : values;
        return $"{field}{modifier}: " + string.Format(System.Globalization.CultureInfo.InvariantCulture, value, random.Pick(values), random.Pick(values));
    }

    private static string Event(RandomRules random)
    {
        var name = () => random.Pick("7", "null", "[\"CreateUser\",\"x\"]", $"\"{random.Pick(Names)}\"", $"\"{random.Pick(Names)}\"", $"\"{random.Pick(Names)}\"");
        var members = random.Many(0, 2, () => $"\"eventName\":{name()}");
        members.AddRange(random.Many(0, 2, () => $"\"eventSource\":\"{random.Pick(Sources)}\""));
        return $"{{{string.Join(',', members)}}}";
    }
}
