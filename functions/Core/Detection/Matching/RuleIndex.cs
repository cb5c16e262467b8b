using System.Collections.Frozen;
using System.Collections.Immutable;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection.Matching;

/// <summary>
/// Picks the rules worth testing on an event: by the <c>eventName</c>, else the <c>eventSource</c>, that a rule cannot match
/// without; the rest are always tested. The cost of an event hardly grows with the number of rules.
/// </summary>
internal sealed class RuleIndex
{
    private readonly FrozenDictionary<string, ImmutableArray<Rule>> _byName;
    private readonly FrozenDictionary<string, ImmutableArray<Rule>> _bySource;
    private readonly ImmutableArray<Rule> _always;
    private readonly ImmutableArray<Rule> _all;

    public RuleIndex(IEnumerable<Rule> rules)
    {
        var byName = new Dictionary<string, List<Rule>>(FoldedComparer.Instance);
        var bySource = new Dictionary<string, List<Rule>>(FoldedComparer.Instance);
        var always = new List<Rule>();
        _all = [.. rules];
        foreach (var rule in _all)
        {
            if (rule.Test.Requires("eventName") is { } names)
            {
                Add(byName, names, rule);
            }
            else if (rule.Test.Requires("eventSource") is { } sources)
            {
                Add(bySource, sources, rule);
            }
            else
            {
                always.Add(rule);
            }
        }

        _byName = Freeze(byName);
        _bySource = Freeze(bySource);
        _always = [.. always];
    }

    /// <summary>Adds to <paramref name="matched"/> every rule that matches the record.</summary>
    public void Match(JsonValue record, LeafText leaf, List<Rule> matched)
    {
        if (!One(record, "eventName"u8, out var name) || !One(record, "eventSource"u8, out var source))
        {
            // A field that stands twice, or is no string, may equal several texts.
            Test(_all, record, leaf, matched);
            return;
        }

        if (name is not null && _byName.TryGetValue(name, out var named))
        {
            Test(named, record, leaf, matched);
        }

        if (source is not null && _bySource.TryGetValue(source, out var sourced))
        {
            Test(sourced, record, leaf, matched);
        }

        Test(_always, record, leaf, matched);
    }

    private static void Test(ImmutableArray<Rule> rules, JsonValue record, LeafText leaf, List<Rule> matched)
    {
        foreach (var rule in rules)
        {
            if (rule.Test.Matches(record, leaf))
            {
                matched.Add(rule);
            }
        }
    }

    /// <summary>False where the field stands twice or is neither a string nor absent.</summary>
    private static bool One(JsonValue record, ReadOnlySpan<byte> field, out string? text)
    {
        text = null;
        var count = 0;
        foreach (var member in record.Members)
        {
            if (member.NameIs(field))
            {
                count++;
                text = member.Value.Text;
            }
        }

        return count == 0 || (count == 1 && text is not null);
    }

    private static void Add(Dictionary<string, List<Rule>> index, IReadOnlyCollection<string> texts, Rule rule)
    {
        foreach (var text in texts.Distinct(FoldedComparer.Instance))
        {
            if (!index.TryGetValue(text, out var list))
            {
                index[text] = list = [];
            }

            list.Add(rule);
        }
    }

    private static FrozenDictionary<string, ImmutableArray<Rule>> Freeze(Dictionary<string, List<Rule>> index) =>
        index.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), FoldedComparer.Instance);
}
