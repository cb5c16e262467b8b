using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>The modifiers of one field, <c>field|modifier|modifier</c>, checked for what may stand together (Sigma 2.1, appendix on modifiers).</summary>
internal sealed record FieldModifiers
{
    private static readonly string[] NotYet =
    [
        "base64", "base64offset", "utf16", "utf16le", "utf16be", "wide", "windash", "expand",
        "minute", "hour", "day", "week", "month", "year",
    ];

    private static readonly string[] Kinds = ["re", "cidr", "exists", "fieldref", "lt", "lte", "gt", "gte"];
    private static readonly string[] Relations = ["contains", "startswith", "endswith"];

    /// <summary>Empty for keywords.</summary>
    public required string Field { get; init; }

    /// <summary>What the value is: <c>re</c>, <c>cidr</c>, <c>exists</c>, <c>fieldref</c>, a comparison; empty for plain text.</summary>
    public string Kind { get; private init; } = "";

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
        foreach (var modifier in parts.Skip(1))
        {
            result = result.With(key, modifier.Trim());
        }

        return result;
    }

    private FieldModifiers With(YamlNode key, string modifier) => modifier switch
    {
        "all" => this with { All = true },
        "cased" when Kind is "" or "fieldref" => this with { Cased = true },
        "neq" when Field.Length > 0 && Kind != "exists" => this with { Negated = true },
        "i" or "ignorecase" when Kind == "re" => this with { RegexIgnoreCase = true },
        "m" or "multiline" when Kind == "re" => this with { RegexMultiline = true },
        "s" or "dotall" when Kind == "re" => this with { RegexSingleline = true },
        _ when Relations.Contains(modifier) && Relation.Length == 0 && Kind is "" or "fieldref" => this with { Relation = modifier },
        _ when Kinds.Contains(modifier) => WithKind(key, modifier),
        _ when NotYet.Contains(modifier) => throw new RuleRefusedException(key, modifier, "this modifier is not supported yet"),
        _ when IsKnown(modifier) => throw new RuleRefusedException(key, modifier, $"this modifier cannot follow '{string.Join('|', Stated())}'"),
        _ => throw new RuleRefusedException(key, modifier, "there is no such modifier in Sigma 2.1"),
    };

    private FieldModifiers WithKind(YamlNode key, string kind)
    {
        if (Kind.Length > 0 || Relation.Length > 0 || Cased)
        {
            throw new RuleRefusedException(key, kind, $"this modifier cannot follow '{string.Join('|', Stated())}'");
        }

        if (Field.Length == 0 && kind != "re")
        {
            throw new RuleRefusedException(key, kind, "this modifier needs a field");
        }

        return this with { Kind = kind };
    }

    private static bool IsKnown(string modifier) =>
        modifier is "cased" or "neq" or "i" or "m" or "s" || Relations.Contains(modifier);

    private IEnumerable<string> Stated() =>
        new[] { Kind, Relation, Cased ? "cased" : "" }.Where(word => word.Length > 0).DefaultIfEmpty(Field);
}
