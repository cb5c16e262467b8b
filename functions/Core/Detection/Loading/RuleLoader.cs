using System.Collections.Immutable;
using Sealtrail.Core.Detection.Matching;
using Sealtrail.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>
/// Loads Sigma rules (specification 2.1). A rule that cannot be matched exactly as the specification says is refused,
/// by file, line and construct; the other rules of the file and the run are loaded.
/// </summary>
internal static class RuleLoader
{
    public static IEnumerable<Rule> Load(RuleFile file, List<RuleProblem> problems)
    {
        foreach (var document in YamlDocuments.Read(file, problems))
        {
            if (document.RootNode.IsNull())
            {
                continue;
            }

            if (Load(file, document.RootNode, problems) is { } rule)
            {
                yield return rule;
            }
        }
    }

    private static Rule? Load(RuleFile file, YamlNode root, List<RuleProblem> problems)
    {
        try
        {
            var map = root as YamlMappingNode ?? throw new RuleRefusedException(root, "document", "a rule is a map of keys");
            RefuseOtherKinds(map);
            var title = map.Text("title") ?? throw new RuleRefusedException(map, "title", "every rule needs one");
            if (!LogSource.Applies(map, out var other))
            {
                problems.Add(new RuleProblem(file.Name, (int)map.Start.Line, "logsource", $"'{title}' is for {other}, not for CloudTrail; it is left out", IsRefusal: false));
                return null;
            }

            var test = Detection(map);
            if (test.Impossible is { } never)
            {
                problems.Add(new RuleProblem(file.Name, (int)map.Child("detection")!.Start.Line, "detection", $"'{title}' can never match: {never}", IsRefusal: false));
            }

            return new Rule
            {
                Summary = new RuleSummary(
                    map.Text("id") ?? map.Text("name") ?? $"title:{title}",
                    title,
                    Level(map),
                    map.Text("description")?.Trim() ?? "",
                    map.Child("sealtrail") is YamlMappingNode ours ? [.. ours.Texts("next_steps")] : []),
                Tags = [.. map.Texts("tags")],
                Cis = map.Child("sealtrail") is YamlMappingNode sealtrail ? [.. sealtrail.Texts("cis")] : [],
                FalsePositives = [.. map.Texts("falsepositives")],
                File = file.Name,
                Examples = ExampleReader.Read(map),
                Test = test,
            };
        }
        catch (RuleRefusedException refused)
        {
            problems.Add(new RuleProblem(file.Name, refused.Line, refused.Construct, refused.Message, IsRefusal: true));
            return null;
        }
    }

    private static void RefuseOtherKinds(YamlMappingNode map)
    {
        foreach (var kind in new[] { "correlation", "filter", "action" })
        {
            if (map.Child(kind) is { } node)
            {
                throw new RuleRefusedException(node, kind, "documents of this kind are not supported yet");
            }
        }
    }

    private static EventTest Detection(YamlMappingNode map)
    {
        var detection = map.Child("detection") as YamlMappingNode
            ?? throw new RuleRefusedException(map, "detection", "every rule needs a map of selections and a condition");
        var condition = detection.Child("condition") ?? throw new RuleRefusedException(detection, "condition", "every rule needs one");
        var selections = new Dictionary<string, EventTest>(StringComparer.Ordinal);
        foreach (var (key, value) in detection.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? throw new RuleRefusedException(key, "detection", "a selection's name must be text");
            switch (name)
            {
                case "condition":
                    break;
                case "timeframe":
                    throw new RuleRefusedException(key, name, "time frames were taken out of Sigma with version 2; write a correlation rule");
                default:
                    if (!selections.TryAdd(name, SelectionParser.Parse(name, value)))
                    {
                        throw new RuleRefusedException(key, name, "two selections have this name");
                    }

                    break;
            }
        }

        return selections.Count == 0
            ? throw new RuleRefusedException(detection, "detection", "there is no selection")
            : ConditionParser.Parse(condition, selections);
    }

    private static RuleLevel Level(YamlMappingNode map) => map.Text("level")?.ToLowerInvariant() switch
    {
        null when map.Child("level") is { } odd && !odd.IsNull() => throw new RuleRefusedException(odd, "level", "the level must be text"),
        null => RuleLevel.Medium,
        "informational" => RuleLevel.Informational,
        "low" => RuleLevel.Low,
        "medium" => RuleLevel.Medium,
        "high" => RuleLevel.High,
        "critical" => RuleLevel.Critical,
        var other => throw new RuleRefusedException(map.Child("level")!, "level", $"'{other}' is no level of Sigma"),
    };
}
