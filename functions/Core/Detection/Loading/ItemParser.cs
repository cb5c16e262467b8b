using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Sealtrail.Core.Detection.Matching;
using Sealtrail.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>Turns one item of a selection, a field with its modifiers and values, into a test.</summary>
internal static class ItemParser
{
    private const int LongestRegex = 4096;

    public static EventTest Field(YamlNode key, string name, YamlNode value)
    {
        var modifiers = FieldModifiers.Parse(key, name);
        var test = Test(modifiers, key, value);
        return modifiers.Negated ? new Not(test) : test;
    }

    /// <summary>A keyword without a field: text to be found in any value of the event.</summary>
    public static EventTest Keyword(YamlNode value) =>
        new KeywordTest([Text(new FieldModifiers { Field = "" }, value, Scalar(value, "keyword"), inside: true)]);

    private static EventTest Test(FieldModifiers modifiers, YamlNode key, YamlNode value)
    {
        if (value is YamlMappingNode)
        {
            throw new RuleRefusedException(value, modifiers.Field, "a map cannot be a field's value; write nested fields as 'outer.inner'");
        }

        if (modifiers.Kind == "exists")
        {
            var present = value.AsBoolean() ?? throw new RuleRefusedException(value, "exists", "the value must be true or false");
            return new ExistsTest(new FieldPath(modifiers.Field), present);
        }

        var values = value is YamlSequenceNode list ? list.Children.ToImmutableArray() : [value];
        if (values.Length == 0 || (values.Length == 1 && values[0].IsNull()))
        {
            return modifiers is { Field.Length: > 0, StatesNothing: true }
                ? new NullTest(new FieldPath(modifiers.Field))
                : throw new RuleRefusedException(value.Start.Line > 0 ? value : key, modifiers.Field, "null goes with no modifier but neq");
        }

        foreach (var item in values.Where(item => item is not YamlScalarNode || item.IsNull()))
        {
            throw new RuleRefusedException(item, modifiers.Field, "a list of values holds texts, numbers and booleans only; test for null in a selection of its own");
        }

        if (modifiers.Kind == "fieldref")
        {
            var references = values.Select(EventTest (item) => Reference(modifiers, item)).ToImmutableArray();
            return modifiers.All ? new AllOf(references) : new AnyOf(references);
        }

        var tests = values.Select(item => Value(modifiers, item)).ToImmutableArray();
        return modifiers.All ? new AllOf([.. tests.Select(test => OnField(modifiers, [test]))]) : OnField(modifiers, tests);
    }

    private static ValueTest Value(FieldModifiers modifiers, YamlNode item)
    {
        var text = Scalar(item, modifiers.Field);
        return modifiers switch
        {
            { TimePart.Length: > 0 } => TimePart(modifiers, item),
            { Comparison.Length: > 0 } => new NumberRelationTest(Relation(modifiers.Comparison), Number(item, modifiers.Comparison)),
            { Kind: "re" } => Regex(modifiers, item, text),
            { Kind: "cidr" } => Cidr(item, text),
            { Base64.Length: > 0 } => Encoded(modifiers, item, text),
            _ => Text(modifiers, item, text, inside: modifiers.Field.Length == 0),
        };
    }

    private static EventTest OnField(FieldModifiers modifiers, ImmutableArray<ValueTest> tests) =>
        modifiers.Field.Length == 0 ? new KeywordTest(tests) : new FieldTest(new FieldPath(modifiers.Field), tests);

    private static ValueTest Text(FieldModifiers modifiers, YamlNode item, string text, bool inside)
    {
        var pattern = SigmaText.Parse(text);
        pattern = Related(modifiers, modifiers.Windash ? pattern.WithAnyDash() : pattern, inside);
        var test = new TextTest(pattern, modifiers.Cased);
        return modifiers.Relation.Length == 0 && !inside && item.IsNumber(out var number) ? new NumberEqualsTest(number, test) : test;
    }

    private static SigmaText Related(FieldModifiers modifiers, SigmaText pattern, bool inside) => modifiers.Relation switch
    {
        "contains" => pattern.Surrounded(before: true, after: true),
        "startswith" => pattern.Surrounded(before: false, after: true),
        "endswith" => pattern.Surrounded(before: true, after: false),
        _ when inside => pattern.Surrounded(before: true, after: true),
        _ => pattern,
    };

    private static AnyTextTest Encoded(FieldModifiers modifiers, YamlNode item, string text)
    {
        var pattern = SigmaText.Parse(text);
        if (!pattern.IsPlain)
        {
            throw new RuleRefusedException(item, modifiers.Base64, "a wildcard cannot be encoded; escape it with a backslash where the character itself is meant");
        }

        var bytes = Base64Text.Bytes(pattern.Plain, modifiers.Encoding);
        var variants = modifiers.Base64 == "base64" ? [Convert.ToBase64String(bytes)] : Base64Text.Offsets(bytes);
        return new AnyTextTest([.. variants.Select(variant =>
            new TextTest(Related(modifiers, SigmaText.Literal(variant), inside: modifiers.Field.Length == 0), modifiers.Cased))]);
    }

    private static TimePartTest TimePart(FieldModifiers modifiers, YamlNode item) => new(
        Enum.Parse<TimePart>(modifiers.TimePart, ignoreCase: true), Relation(modifiers.Comparison), Number(item, modifiers.TimePart));

    private static RegexTest Regex(FieldModifiers modifiers, YamlNode item, string text)
    {
        if (text.Length > LongestRegex)
        {
            throw new RuleRefusedException(item, "re", $"longer than {LongestRegex} characters");
        }

        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
            | (modifiers.RegexIgnoreCase ? RegexOptions.IgnoreCase : 0)
            | (modifiers.RegexMultiline ? RegexOptions.Multiline : 0)
            | (modifiers.RegexSingleline ? RegexOptions.Singleline : 0);
        try
        {
            return new RegexTest(new Regex(text, options));
        }
        catch (Exception invalid) when (invalid is ArgumentException or NotSupportedException)
        {
            throw new RuleRefusedException(
                item, "re", $"{invalid.Message} Expressions run on an engine that cannot backtrack: write look-arounds as a second selection with 'not', and no back-references.");
        }
    }

    private static CidrTest Cidr(YamlNode item, string text)
    {
        var network = text.Contains('/', StringComparison.Ordinal) ? text : text + (text.Contains(':', StringComparison.Ordinal) ? "/128" : "/32");
        return IPNetwork.TryParse(network, out var parsed) && IsWritten(network, parsed)
            ? new CidrTest(parsed)
            : throw new RuleRefusedException(item, "cidr", $"'{text}' is no network, or has bits set behind its prefix");
    }

    /// <summary>
    /// Whether the network is written as it is: <c>IPNetwork</c> takes shortened, octal and hexadecimal addresses for others than
    /// are meant, and drops bits behind the prefix.
    /// </summary>
    private static bool IsWritten(string network, IPNetwork parsed) =>
        network.Split('/')[0] is var address && IpText.Parse(address) is { } written
        && written.Equals(parsed.BaseAddress) && (address.Contains(':', StringComparison.Ordinal) || written.ToString() == address);

    private static NumberRelation Relation(string comparison) => comparison switch
    {
        "lt" => NumberRelation.Less,
        "lte" => NumberRelation.LessOrEqual,
        "gt" => NumberRelation.Greater,
        "gte" => NumberRelation.GreaterOrEqual,
        _ => NumberRelation.Equal,
    };

    private static decimal Number(YamlNode item, string construct) =>
        item.IsNumber(out var number) ? number : throw new RuleRefusedException(item, construct, "the value must be a number, without quotes");

    private static FieldReferenceTest Reference(FieldModifiers modifiers, YamlNode item)
    {
        var other = Scalar(item, "fieldref");
        var name = SigmaText.Parse(other);
        if (!name.IsPlain || other.Length is 0 or > 1024 || other.Count(c => c == '.') >= 32)
        {
            throw new RuleRefusedException(item, "fieldref", "the value must be a field's name, without wildcards and of at most 32 parts");
        }

        var relation = modifiers.Relation switch
        {
            "contains" => TextRelation.Contains,
            "startswith" => TextRelation.StartsWith,
            "endswith" => TextRelation.EndsWith,
            _ => TextRelation.Equals,
        };
        return new FieldReferenceTest(new FieldPath(modifiers.Field), new FieldPath(name.Plain), relation, modifiers.Cased);
    }

    private static string Scalar(YamlNode node, string construct) =>
        node is YamlScalarNode { Value: { } text }
            ? text
            : throw new RuleRefusedException(node, construct, string.Create(CultureInfo.InvariantCulture, $"a {node.NodeType} cannot stand here"));
}
