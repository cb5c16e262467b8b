using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sealtrail.Tests.Detection;

/// <summary>Random rules and events over alphabets so small that they often meet.</summary>
internal sealed class RandomRules(int seed)
{
    private static readonly string[] Letters = ["a", "A", "b", "é", "É", "字", "\U0001F511", "*", "?", "\\", "\n", "1", "\"", "{"];
    private static readonly string[] Fields = ["a", "b", "a.b", "a.b.a", "b.a", "c"];
    private static readonly string[] Keys = ["a", "a", "b", "b", "c", "a.b", "A"];
    private static readonly string[] Addresses = ["10.1.2.3", "10.200.0.1", "172.16.0.1", "AWS Internal"];
    private static readonly string[] Networks = ["10.0.0.0/8", "10.128.0.0/9", "0.0.0.0/0", "172.16.0.1/32"];
    private static readonly string[] Expressions = ["a", "^a", "b$", "^.?$", "[ab]+1?", "^(a|b)*$", "é", "\\*", "^A.b"];
    private static readonly object[] Numbers = [0, 1, 2, 10, 1.5, -1];

    private readonly Random _random = new(seed);

    public NaiveTest Selection(int depth = 0) => _random.Next(depth > 1 ? 5 : 8) switch
    {
        0 => new NaiveKeyword(_random.Next(4) == 0 ? Pick(Numbers) : Text(false)),
        <= 4 => new NaiveMap([.. Many(1, 3, Item).DistinctBy(item => item.Key)]),
        _ => new NaiveList([.. Many(1, 3, () => Selection(depth + 1))]),
    };

    public NaiveItem Item()
    {
        var field = Pick(Fields);
        var kind = _random.Next(16);
        var negated = _random.Next(8) == 0 ? new[] { "neq" } : [];
        var all = _random.Next(5) == 0 ? new[] { "all" } : [];
        var cased = _random.Next(4) == 0 ? new[] { "cased" } : [];
        var relation = _random.Next(2) == 0 ? new[] { Pick("contains", "startswith", "endswith") } : [];
        return kind switch
        {
            0 => new NaiveItem(field, ["exists"], [_random.Next(2) == 0]),
            1 => new NaiveItem(field, negated, [null]),
            2 => new NaiveItem(field, [Pick("lt", "lte", "gt", "gte"), .. all, .. negated], Values(() => Pick(Numbers))),
            3 => new NaiveItem(field, ["re", .. new[] { "i", "m", "s" }.Where(_ => _random.Next(3) == 0), .. all, .. negated], Values(() => Pick(Expressions))),
            4 => new NaiveItem(field, ["cidr", .. all, .. negated], Values(() => Pick(Networks))),
            5 => new NaiveItem(field, ["fieldref", .. relation, .. cased, .. all, .. negated], Values(() => Pick(Fields))),
            6 => new NaiveItem(field, [.. relation, .. negated], Values(() => _random.Next(2) == 0 ? Pick(Numbers) : _random.Next(2) == 0)),
            7 => new NaiveItem("", ["all", .. relation, .. cased], Values(() => Text(relation))),
            _ => new NaiveItem(field, [.. negated, .. all, .. relation, .. cased], Values(() => Text(relation))),
        };
    }

    public NaiveCondition Condition(IReadOnlyList<string> names, int depth = 0)
    {
        switch (_random.Next(depth > 3 ? 3 : 8))
        {
            case 0:
                var pattern = Pick("them", "s*", "*1", "s*1", Pick([.. names]));
                var (word, fits) = (Pick("1", "all", "any"), names.Where(name => Fits(name, pattern)).ToList());
                return fits.Count == 0
                    ? Condition(names, depth)
                    : new NaiveCondition($"{word} of {pattern}", value => word == "all" ? fits.TrueForAll(name => value(name)) : fits.Exists(name => value(name)));
            case 1 or 2:
                var only = Pick([.. names]);
                return new NaiveCondition(only, value => value(only));
            case 3:
                var inner = Condition(names, 4);
                return new NaiveCondition($"not {inner.Words}", value => !inner.Value(value));
            case 4:
                var whole = Condition(names, depth + 1);
                return new NaiveCondition($"not ({whole.Words})", value => !whole.Value(value));
            default:
                var (left, right, and) = (Condition(names, depth + 1), Condition(names, depth + 1), _random.Next(2) == 0);
                return new NaiveCondition(
                    $"({left.Words}) {(and ? "and" : "or")} ({right.Words})",
                    value => and ? left.Value(value) && right.Value(value) : left.Value(value) || right.Value(value));
        }
    }

    public string Event(int depth = 0)
    {
        var members = Many(depth == 0 ? 2 : 0, 4, () => $"{Quoted(Pick(Keys))}:{Value(depth + 1)}");
        return $"{{{string.Join(',', members)}}}";
    }

    public T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    public List<T> Many<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];

    private string Value(int depth) => _random.Next(depth > 3 ? 8 : 12) switch
    {
        0 => "null",
        1 => Pick("true", "false"),
        2 => Pick("0", "1", "1.0", "2", "10", "1e1", "1.50", "-1", "3"),
        3 => Quoted(Pick(Addresses)),
        4 => Quoted(Pick("1", "2", "true", "10", "1.5")),
        <= 7 => Quoted(Text(true)),
        <= 9 => Event(depth),
        _ => $"[{string.Join(',', Many(0, 3, () => Value(depth + 1)))}]",
    };

    private object?[] Values(Func<object> make) => [.. Many(1, 3, make)];

    /// <summary>The empty text in startswith has a test of its own.</summary>
    private string Text(string[] relation) => Text(false) is { Length: > 0 } text ? text : relation.Contains("startswith") ? "a" : "";

    /// <summary>No line breaks in a rule: YAML would fold them.</summary>
    private string Text(bool inEvent)
    {
        var text = string.Concat(Many(0, 4, () => Pick(Letters)));
        return inEvent ? text : text.Replace("\n", "", StringComparison.Ordinal);
    }

    private static bool Fits(string name, string pattern) => pattern.Contains('*', StringComparison.Ordinal) || pattern == "them"
        ? name[0] != '_' && (pattern == "them" || NaiveText.Like(pattern, name, "equals", cased: true))
        : name == pattern;

    /// <summary>As JSON, each character escaped or not, by chance.</summary>
    private string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var letter in text)
        {
            json.Append(letter is '"' or '\\' or '\n' || _random.Next(6) == 0
                ? letter is '"' or '\\' && _random.Next(2) == 0 ? $"\\{letter}" : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")
                : char.IsSurrogate(letter) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}") : $"{letter}");
        }

        return json.Append('"').ToString();
    }
}
