using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>Reads the events a rule brings to be tested with: <c>sealtrail.tests.match</c> and <c>sealtrail.tests.ignore</c>.</summary>
internal static class ExampleReader
{
    public static ImmutableArray<RuleExample> Read(YamlMappingNode rule)
    {
        if ((rule.Child("sealtrail") as YamlMappingNode)?.Child("tests") is not { } tests)
        {
            return [];
        }

        var map = tests as YamlMappingNode ?? throw new RuleRefusedException(tests, "sealtrail.tests", "this is a map of 'match' and 'ignore'");
        foreach (var key in map.Children.Keys.Where(key => key is not YamlScalarNode { Value: "match" or "ignore" }))
        {
            throw new RuleRefusedException(key, "sealtrail.tests", "only 'match' and 'ignore' can stand here");
        }

        return [.. List(map, "match", matches: true), .. List(map, "ignore", matches: false)];
    }

    private static IEnumerable<RuleExample> List(YamlMappingNode tests, string key, bool matches) => tests.Child(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children.Select(item =>
            item is YamlMappingNode example && example.Text("name") is { } name && example.Text("event") is { } json
                ? new RuleExample(name, json, matches, (int)item.Start.Line)
                : throw new RuleRefusedException(item, $"sealtrail.tests.{key}", "each test has a name and an event, the event as JSON text")),
        var other => throw new RuleRefusedException(other, $"sealtrail.tests.{key}", "this is a list"),
    };
}
