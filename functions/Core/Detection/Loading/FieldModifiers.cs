using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>The modifiers of one field, <c>field|modifier|modifier</c>, checked for what may stand together (Sigma 2.1, appendix on modifiers).</summary>
internal sealed record FieldModifiers
{
    private const int LongestField = 1024;
    private const int MostParts = 32;

    private static readonly string[] Kinds = ["re", "cidr", "exists", "fieldref"];
    private static readonly string[] Comparisons = ["lt", "lte", "gt", "gte"];
    private static readonly string[] TimeParts = ["minute", "hour", "day", "week", "month", "year"];
    private static readonly string[] Relations = ["contains", "startswith", "endswith"];
    private static readonly string[] Encodings = ["utf16", "utf16le", "wide", "utf16be"];
    private static readonly string[] Base64s = ["base64", "base64offset"];

    /// <summary>Empty for keywords.</summary>
    public required string Field { get; init; }

    /// <summary>What the value is: <c>re</c>, <c>cidr</c>, <c>exists</c>, <c>fieldref</c>; empty for plain text.</summary>
    public string Kind { get; private init; } = "";

    /// <summary><c>lt</c>, <c>lte</c>, <c>gt</c> or <c>gte</c>; empty for equality.</summary>
    public string Comparison { get; private init; } = "";

    /// <summary>The part of a time to be compared: <c>minute</c> to <c>year</c>; empty for the value itself.</summary>
    public string TimePart { get; private init; } = "";

    /// <summary>A kind of UTF-16, before Base64; empty for UTF-8.</summary>
    public string Encoding { get; private init; } = "";

    /// <summary><c>base64</c> or <c>base64offset</c>; empty for the text as it is.</summary>
    public string Base64 { get; private init; } = "";

    /// <summary>A dash of the value stands for any of the dashes and the slash.</summary>
    public bool Windash { get; private init; }

    /// <summary><c>contains</c>, <c>startswith</c> or <c>endswith</c>; empty for the whole value.</summary>
    public string Relation { get; private init; } = "";

    public bool All { get; private init; }

    public bool Cased { get; private init; }

    public bool Negated { get; private init; }

    public bool RegexIgnoreCase { get; private init; }

    public bool RegexMultiline { get; private init; }

    public bool RegexSingleline { get; private init; }

    public static FieldModifiers Parse(YamlNode key, string text)
    {
        var parts = text.Split('|');
        var result = new FieldModifiers { Field = parts[0].Trim() };
        if (parts.Length > MostParts || result.Field.Length > LongestField || result.Field.Count(c => c == '.') >= MostParts)
        {
            throw new RuleRefusedException(key, "field", $"longer than {LongestField} characters, or more than {MostParts} parts");
        }

        foreach (var modifier in parts.Skip(1))
        {
            result = result.With(key, modifier.Trim());
        }

        return result.Encoding.Length == 0 || result.Base64.Length > 0
            ? result
            : throw new RuleRefusedException(key, result.Encoding, "an encoding needs base64 or base64offset behind it");
    }

    /// <summary>Whether the value stands for itself: no modifier but <c>all</c> and <c>neq</c>.</summary>
    public bool StatesNothing => IsPlain && !StatesText;

    private bool IsPlain => Kind.Length == 0 && Comparison.Length == 0 && TimePart.Length == 0;

    private FieldModifiers With(YamlNode key, string modifier) => modifier switch
    {
        "all" => this with { All = true },
        "cased" when IsPlain || Kind == "fieldref" => this with { Cased = true },
        "neq" when Field.Length > 0 => this with { Negated = true },
        "windash" when IsPlain && Base64.Length == 0 => this with { Windash = true },
        "i" or "ignorecase" when Kind == "re" => this with { RegexIgnoreCase = true },
        "m" or "multiline" when Kind == "re" => this with { RegexMultiline = true },
        "s" or "dotall" when Kind == "re" => this with { RegexSingleline = true },
        "expand" => throw new RuleRefusedException(key, modifier, "placeholders are not supported yet; write their values into the rule"),
        _ when Relations.Contains(modifier) && Relation.Length == 0 && (IsPlain || Kind == "fieldref") => this with { Relation = modifier },
        _ when Encodings.Contains(modifier) && IsPlain && Relation.Length == 0 && Encoding.Length == 0 && Base64.Length == 0 => this with { Encoding = modifier },
        _ when Base64s.Contains(modifier) && IsPlain && Relation.Length == 0 && Base64.Length == 0 => this with { Base64 = modifier },
        _ when Comparisons.Contains(modifier) && Field.Length > 0 && Kind.Length == 0 && Comparison.Length == 0 && !StatesText => this with { Comparison = modifier },
        _ when TimeParts.Contains(modifier) && Field.Length > 0 && IsPlain && !StatesText => this with { TimePart = modifier },
        _ when Kinds.Contains(modifier) && IsPlain && !StatesText && (Field.Length > 0 || modifier == "re") => this with { Kind = modifier },
        _ when IsKnown(modifier) => throw new RuleRefusedException(key, modifier, $"this modifier cannot stand behind '{Stated()}'"),
        _ => throw new RuleRefusedException(key, modifier, "there is no such modifier in Sigma 2.1"),
    };

    private bool StatesText => Relation.Length > 0 || Cased || Windash || Encoding.Length > 0 || Base64.Length > 0;

    private static bool IsKnown(string modifier) =>
        modifier is "cased" or "neq" or "windash" or "i" or "m" or "s" or "ignorecase" or "multiline" or "dotall"
        || new[] { Kinds, Comparisons, TimeParts, Relations, Encodings, Base64s }.Any(group => group.Contains(modifier));

    private string Stated() => string.Join(
        '|', new[] { Field, Kind, TimePart, Comparison, Encoding, Base64, Relation, Cased ? "cased" : "", Windash ? "windash" : "" }.Where(word => word.Length > 0));
}
