using System.Text.Json;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>The engine against a matcher written from the specification alone, on random rules and events.</summary>
public sealed class DifferentialTests
{
    private static readonly string[] Names = ["s1", "s2", "t1", "_s3"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_item_matches_when_and_only_when_the_specification_says_so(int seed)
    {
        var random = new RandomRules(seed);
        var hits = 0;
        for (var round = 0; round < 200; round++)
        {
            var item = random.Item();
            hits += Compare($"sel: {{{item.Write()}}}\ncondition: sel", item.Holds, random);
        }

        Assert.InRange(hits, 200, 1800);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_rule_matches_when_and_only_when_the_specification_says_so(int seed)
    {
        var random = new RandomRules(1000 + seed);
        var hits = 0;
        for (var round = 0; round < 150; round++)
        {
            var selections = Names.ToDictionary(name => name, _ => random.Selection());
            var condition = random.Condition(Names);
            var detection = string.Concat(selections.Select(selection => $"{selection.Key}: {selection.Value.Write()}\n")) + $"condition: {condition.Words}";
            hits += Compare(detection, record => condition.Value(name => selections[name].Holds(record)), random);
        }

        Assert.InRange(hits, 150, 1350);
    }

    /// <returns>How many of ten events the rule matched.</returns>
    private static int Compare(string detection, Func<JsonElement, bool> expected, RandomRules random)
    {
        var rules = Sigma.Load(Sigma.Rule(detection));
        Assert.True(rules.Rules.Length == 1, $"{string.Join('\n', rules.Problems)}\n{detection}");
        var hits = 0;
        for (var i = 0; i < 10; i++)
        {
            var json = random.Event();
            using var document = JsonDocument.Parse(json);
            var holds = expected(document.RootElement);
            var matched = Sigma.Match(rules, json).Count == 1;
            Assert.True(holds == matched, $"The engine says {matched}, the specification {holds}:\n{detection}\n{json}");
            hits += matched ? 1 : 0;
        }

        return hits;
    }
}
