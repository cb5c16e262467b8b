using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sealtrail.Tests.Detection;

/// <summary>Sigma's comparisons of one value, written down as the specification words them, with no thought of speed.</summary>
internal static class NaiveText
{
    private static readonly Rune Many = new(0xF0000);
    private static readonly Rune One = new(0xF0001);

    /// <summary>The value with wildcards as runes of their own, escapes undone.</summary>
    public static List<Rune> Pattern(string value)
    {
        var runes = value.EnumerateRunes().ToList();
        var pattern = new List<Rune>();
        for (var i = 0; i < runes.Count; i++)
        {
            var c = runes[i].ToString();
            if (c == "\\" && i + 1 < runes.Count && runes[i + 1].ToString() is "*" or "?" or "\\")
            {
                pattern.Add(runes[++i]);
            }
            else
            {
                pattern.Add(c == "*" ? Many : c == "?" ? One : runes[i]);
            }
        }

        return pattern;
    }

    public static bool Like(string value, string text, string relation, bool cased)
    {
        var pattern = Pattern(value);
        if (relation is "contains" or "endswith")
        {
            pattern.Insert(0, Many);
        }

        if (relation is "contains" or "startswith")
        {
            pattern.Add(Many);
        }

        return Like([.. pattern], [.. text.EnumerateRunes()], cased);
    }

    private static bool Like(ReadOnlySpan<Rune> pattern, ReadOnlySpan<Rune> text, bool cased)
    {
        if (pattern.IsEmpty)
        {
            return text.IsEmpty;
        }

        if (pattern[0] == Many)
        {
            return Like(pattern[1..], text, cased) || (!text.IsEmpty && Like(pattern, text[1..], cased));
        }

        var same = !text.IsEmpty && (pattern[0] == One || pattern[0] == text[0]
            || (!cased && Rune.ToLowerInvariant(pattern[0]) == Rune.ToLowerInvariant(text[0])));
        return same && Like(pattern[1..], text[1..], cased);
    }

    public static bool Compare(string comparison, double bound, JsonElement leaf)
    {
        if (leaf.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)
            || !double.TryParse(Text(leaf), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        return comparison switch
        {
            "lt" => number < bound,
            "lte" => number <= bound,
            "gt" => number > bound,
            _ => number >= bound,
        };
    }

    /// <summary>The first bits of the address are those of the network.</summary>
    public static bool InNetwork(string network, string text)
    {
        var (start, length) = (network.Split('/')[0], int.Parse(network.Split('/')[1], CultureInfo.InvariantCulture));
        return text.Count(letter => letter == '.') == 3 && IPAddress.TryParse(text, out _) && Bits(start)[..length] == Bits(text)[..length];
    }

    public static bool Expression(string expression, string letters, string text)
    {
        var options = (letters.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : 0)
            | (letters.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : 0)
            | (letters.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : 0);
        return Regex.IsMatch(text, expression, options | RegexOptions.CultureInvariant);
    }

    public static string Text(JsonElement leaf) => leaf.ValueKind == JsonValueKind.String ? leaf.GetString()! : leaf.GetRawText();

    private static string Bits(string address) =>
        string.Concat(address.Split('.').Select(part => Convert.ToString(int.Parse(part, CultureInfo.InvariantCulture), 2).PadLeft(8, '0')));
}
