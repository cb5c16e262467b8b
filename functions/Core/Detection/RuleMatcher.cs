using System.Text;
using Sealtrail.Core.Detection.Matching;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection;

/// <summary>Matches events against a set of rules. Not safe for concurrent use: one for each thread.</summary>
public sealed class RuleMatcher(RuleSet rules)
{
    private readonly LeafText _leaf = new();
    private readonly List<Rule> _matched = [];

    /// <returns>The rules that match, in no order; void after the next call.</returns>
    internal IReadOnlyList<Rule> Match(JsonValue record)
    {
        _matched.Clear();
        rules.Index.Match(record, _leaf, _matched);
        return _matched;
    }

    /// <summary>Runs a rule against the events it brings, alone.</summary>
    /// <returns>The examples that failed, each with why.</returns>
    public static IEnumerable<(RuleExample Example, string Failure)> Try(Rule rule)
    {
        var (tape, leaf) = (new JsonTape(), new LeafText());
        foreach (var example in rule.Examples)
        {
            var bytes = Encoding.UTF8.GetBytes(example.Json.Trim());
            if (tape.Read(bytes, 0, bytes.Length, isFinal: true, out var consumed) != JsonReadStatus.Complete || consumed != bytes.Length)
            {
                yield return (example, "the event is no JSON");
            }
            else if (rule.Test.Matches(tape.Root, leaf) != example.Matches)
            {
                yield return (example, example.Matches ? "should match and does not" : "should not match and does");
            }
        }
    }
}
