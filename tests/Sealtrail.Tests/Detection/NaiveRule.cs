using System.Globalization;
using System.Text.Json;

namespace Sealtrail.Tests.Detection;

/// <summary>A rule that is evaluated by the book and can be written as YAML: what the engine is held to.</summary>
internal abstract record NaiveTest
{
    public abstract bool Holds(JsonElement record);

    /// <summary>YAML in flow style, on one line; of a condition, its words.</summary>
    public abstract string Write();

    /// <summary>All values of a dotted path: through arrays, and through keys that themselves hold dots.</summary>
    public static IEnumerable<JsonElement> Find(JsonElement value, string[] path)
    {
        if (path.Length == 0)
        {
            return [value];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Find(item, path)),
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Enumerable.Range(1, path.Length)
                .Where(length => member.Name == string.Join('.', path[..length]))
                .SelectMany(length => Find(member.Value, path[length..]))),
            _ => [],
        };
    }

    public static IEnumerable<JsonElement> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Null => [],
        _ => [value],
    };
}

/// <param name="Values">Texts, numbers, booleans; one null stands for null.</param>
internal sealed record NaiveItem(string Field, string[] Modifiers, object?[] Values) : NaiveTest
{
    public string Key => string.Join('|', Modifiers.Prepend(Field));

    public override bool Holds(JsonElement record) => Is("neq") != HoldsPlainly(record);

    public override string Write()
    {
        var values = Values.Select(WriteValue).ToList();
        return $"'{Key}': {(values.Count == 1 ? values[0] : $"[{string.Join(", ", values)}]")}";
    }

    public static string WriteValue(object? value) => value switch
    {
        null => "null",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool boolean => boolean ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private bool HoldsPlainly(JsonElement record)
    {
        var found = Find(record, Field.Split('.')).ToList();
        if (Is("exists"))
        {
            return (found.Count > 0) == (bool)Values[0]!;
        }

        if (Values is [null])
        {
            return found.TrueForAll(value => value.ValueKind == JsonValueKind.Null);
        }

        var leaves = (Field.Length == 0 ? Leaves(record) : found.SelectMany(Leaves)).ToList();
        return Is("all")
            ? Values.All(value => leaves.Exists(leaf => Holds(record, leaf, value!)))
            : Values.Any(value => leaves.Exists(leaf => Holds(record, leaf, value!)));
    }

    private bool Holds(JsonElement record, JsonElement leaf, object value)
    {
        var relation = Modifiers.FirstOrDefault(modifier => modifier is "contains" or "startswith" or "endswith")
            ?? (Field.Length == 0 ? "contains" : "equals");
        var text = NaiveText.Text(leaf);
        var written = WriteValue(value).Trim('\'').Replace("''", "'", StringComparison.Ordinal);
        if (Modifiers.FirstOrDefault(modifier => modifier is "lt" or "lte" or "gt" or "gte") is { } comparison)
        {
            return NaiveText.Compare(comparison, Convert.ToDouble(value, CultureInfo.InvariantCulture), leaf);
        }

        if (Is("re"))
        {
            return NaiveText.Expression(written, string.Concat(Modifiers.Where(modifier => modifier.Length == 1)), text);
        }

        if (Is("cidr"))
        {
            return NaiveText.InNetwork(written, text);
        }

        if (Is("fieldref"))
        {
            var others = Find(record, written.Split('.')).SelectMany(Leaves).Select(NaiveText.Text);
            return others.Any(other => NaiveText.Like(Plain(other), text, relation, Is("cased")));
        }

        return NaiveText.Like(written, text, relation, Is("cased"))
            || (value is int or double && relation == "equals" && leaf.ValueKind == JsonValueKind.Number
                && leaf.GetDouble() == Convert.ToDouble(value, CultureInfo.InvariantCulture));
    }

    private bool Is(string modifier) => Modifiers.Contains(modifier);

    private static string Plain(string text) => string.Concat(text.Select(letter => letter is '*' or '?' or '\\' ? $"\\{letter}" : $"{letter}"));
}

internal sealed record NaiveMap(NaiveItem[] Items) : NaiveTest
{
    public override bool Holds(JsonElement record) => Items.All(item => item.Holds(record));

    public override string Write() => $"{{{string.Join(", ", Items.Select(item => item.Write()))}}}";
}

internal sealed record NaiveKeyword(object Value) : NaiveTest
{
    public override bool Holds(JsonElement record) => new NaiveItem("", [], [Value]).Holds(record);

    public override string Write() => NaiveItem.WriteValue(Value);
}

internal sealed record NaiveList(NaiveTest[] Entries) : NaiveTest
{
    public override bool Holds(JsonElement record) => Entries.Any(entry => entry.Holds(record));

    public override string Write() => $"[{string.Join(", ", Entries.Select(entry => entry.Write()))}]";
}

/// <summary>A condition: its words, and what they come to, given what each selection comes to.</summary>
internal sealed record NaiveCondition(string Words, Func<Func<string, bool>, bool> Value);
