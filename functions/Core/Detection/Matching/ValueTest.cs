using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection.Matching;

/// <summary>A test of one scalar: a string, number or boolean of the event, never null. Immutable; safe for concurrent use.</summary>
internal abstract class ValueTest
{
    public abstract bool Matches(LeafText leaf);
}

/// <summary>Equality with a number: <c>1</c> is <c>1.0</c> and is <c>"1"</c>.</summary>
internal sealed class NumberEqualsTest(decimal number, TextTest text) : ValueTest
{
    public override bool Matches(LeafText leaf) =>
        text.Matches(leaf) || (leaf.Type == JsonTokenType.Number && NumberText.Parse(leaf) == number);
}

internal enum NumberRelation
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
}

internal static class NumberRelations
{
    public static bool Holds(this NumberRelation relation, decimal number, decimal bound) => relation switch
    {
        NumberRelation.Less => number < bound,
        NumberRelation.LessOrEqual => number <= bound,
        NumberRelation.Greater => number > bound,
        NumberRelation.GreaterOrEqual => number >= bound,
        _ => number == bound,
    };
}

/// <summary>A comparison with a number; false for what is none.</summary>
internal sealed class NumberRelationTest(NumberRelation relation, decimal bound) : ValueTest
{
    public override bool Matches(LeafText leaf) => NumberText.Parse(leaf) is { } number && relation.Holds(number, bound);
}

/// <summary>A regular expression found anywhere in the text, on the engine that cannot backtrack.</summary>
internal sealed class RegexTest(Regex regex) : ValueTest
{
    public override bool Matches(LeafText leaf) => regex.IsMatch(leaf.Text);
}

/// <summary>An address inside a network; false for what is no address.</summary>
internal sealed class CidrTest(IPNetwork network) : ValueTest
{
    public override bool Matches(LeafText leaf) =>
        leaf.Type == JsonTokenType.String && leaf.Plain.Length <= 45 && IpText.Parse(leaf.Text) is { } address && network.Contains(address);
}

internal static class NumberText
{
    private const int Longest = 40;

    public static decimal? Parse(LeafText leaf) =>
        leaf.Type is JsonTokenType.Number or JsonTokenType.String && leaf.Plain.Length is > 0 and <= Longest
        && decimal.TryParse(leaf.Plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
