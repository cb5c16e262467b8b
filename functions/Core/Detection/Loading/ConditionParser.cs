using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sealtrail.Core.Detection.Matching;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>
/// Sigma's condition language: <c>not</c> binds tighter than <c>and</c>, that tighter than <c>or</c>; <c>1 of</c>, <c>any of</c>
/// and <c>all of</c> take a name, a pattern with <c>*</c>, or <c>them</c>. Names that begin with an underscore are in no pattern.
/// </summary>
internal sealed partial class ConditionParser
{
    private const int Deepest = 100;
    private const int LongestCondition = 262_144;

    private readonly YamlNode _node;
    private readonly IReadOnlyDictionary<string, EventTest> _selections;
    private readonly Queue<string> _words;
    private int _depth;

    private ConditionParser(YamlNode node, string condition, IReadOnlyDictionary<string, EventTest> selections)
    {
        _node = node;
        _selections = selections;
        if (condition.Contains('|', StringComparison.Ordinal))
        {
            throw Refused("|", "aggregations were taken out of Sigma with version 2; write a correlation rule");
        }

        if (condition.Length > LongestCondition)
        {
            throw Refused("condition", $"longer than {LongestCondition} characters");
        }

        _words = new Queue<string>(Words().Matches(condition).Select(match => match.Value));
    }

    public static EventTest Parse(YamlNode node, IReadOnlyDictionary<string, EventTest> selections) => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } text } => new ConditionParser(node, text, selections).Whole(),
        YamlSequenceNode { Children.Count: > 0 } list => new AnyOf([.. list.Children.Select(item => Parse(item, selections))]),
        _ => throw new RuleRefusedException(node, "condition", "the condition must be a text or a list of texts"),
    };

    private EventTest Whole()
    {
        var test = Or();
        return _words.Count == 0 ? test : throw Refused(_words.Peek(), "the condition should have ended before this");
    }

    private EventTest Or() => Joined("or", And, tests => new AnyOf(tests));

    private EventTest And() => Joined("and", Term, tests => new AllOf(tests));

    private EventTest Joined(string by, Func<EventTest> part, Func<ImmutableArray<EventTest>, EventTest> join)
    {
        var parts = new List<EventTest> { part() };
        while (_words.TryPeek(out var word) && word == by)
        {
            _words.Dequeue();
            parts.Add(part());
        }

        return parts.Count == 1 ? parts[0] : join([.. parts]);
    }

    private EventTest Term()
    {
        if (++_depth > Deepest)
        {
            throw Refused("condition", $"nested deeper than {Deepest}");
        }

        var word = Next("a selection");
        EventTest term = word switch
        {
            "not" => new Not(Term()),
            "(" => Bracket(),
            "1" or "any" or "all" when _words.TryPeek(out var of) && of == "of" => Quantified(word),
            "and" or "or" or ")" or "of" => throw Refused(word, "a selection should stand here"),
            _ => Named(word),
        };
        _depth--;
        return term;
    }

    private EventTest Bracket()
    {
        var inner = Or();
        return Next(")") == ")" ? inner : throw Refused("(", "the bracket is not closed");
    }

    private EventTest Quantified(string quantifier)
    {
        _words.Dequeue();
        var target = Next("a pattern");
        var pattern = target == "them" ? "*" : target;
        var tests = _selections
            .Where(selection => pattern.Contains('*', StringComparison.Ordinal)
                ? !selection.Key.StartsWith('_') && IsLike(selection.Key, pattern)
                : selection.Key == pattern)
            .Select(selection => selection.Value)
            .ToImmutableArray();
        if (tests.Length == 0)
        {
            throw Refused(target, "no selection has such a name");
        }

        return quantifier == "all" ? new AllOf(tests) : new AnyOf(tests);
    }

    private EventTest Named(string word)
    {
        if (_selections.TryGetValue(word, out var test))
        {
            return test;
        }

        throw char.IsAsciiDigit(word[0]) && _words.TryPeek(out var of) && of == "of"
            ? Refused($"{word} of", "only '1 of', 'any of' and 'all of' are Sigma")
            : word is "AND" or "OR" or "NOT" ? Refused(word, "write it in lower case")
            : Refused(word, "no selection has this name");
    }

    private string Next(string expected) =>
        _words.TryDequeue(out var word) ? word : throw Refused("condition", $"it ends where {expected} should stand");

    private RuleRefusedException Refused(string construct, string message) => new(_node, construct, message);

    private static bool IsLike(string name, string pattern) =>
        Regex.IsMatch(name, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.NonBacktracking);

    [GeneratedRegex(@"[()]|[^\s()]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
