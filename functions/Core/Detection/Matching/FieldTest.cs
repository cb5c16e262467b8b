using System.Collections.Immutable;
using System.Text.Json;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection.Matching;

/// <summary>Some leaf of a field passes one of the tests. A field that holds an object or array is searched in all its leaves.</summary>
internal sealed class FieldTest(FieldPath path, ImmutableArray<ValueTest> anyOf) : EventTest
{
    public override bool Matches(JsonValue record, LeafText leaf)
    {
        var visitor = new Visitor(anyOf, leaf);
        return path.Walk(record, ref visitor);
    }

    public override IReadOnlyCollection<string>? Requires(string field)
    {
        if (field != path.Name || !anyOf.All(test => test is TextTest { Exactly: not null }))
        {
            return null;
        }

        return [.. anyOf.Select(test => ((TextTest)test).Exactly!)];
    }

    public override string? Impossible => CloudTrailFields.Unknown(path)
        ?? (path.Name == "eventSource" ? CloudTrailFields.NoService(Requires("eventSource")) : null);

    private readonly struct Visitor(ImmutableArray<ValueTest> anyOf, LeafText leaf) : FieldPath.IVisitor
    {
        public bool Visit(JsonValue value) => Leaves.Any(value, anyOf, leaf);
    }
}

/// <summary>The field is absent, or null. An array with a null element is not null.</summary>
internal sealed class NullTest(FieldPath path) : EventTest
{
    public override bool Matches(JsonValue record, LeafText leaf)
    {
        var visitor = default(FindsValue);
        return !path.Walk(record, ref visitor);
    }

    private readonly struct FindsValue : FieldPath.IVisitor
    {
        public bool Visit(JsonValue value) => !value.IsNull;
    }
}

/// <summary>The key is present, whatever its value, or is not.</summary>
internal sealed class ExistsTest(FieldPath path, bool present) : EventTest
{
    public override bool Matches(JsonValue record, LeafText leaf)
    {
        var visitor = default(FindsKey);
        return path.Walk(record, ref visitor) == present;
    }

    public override string? Impossible => present ? CloudTrailFields.Unknown(path) : null;

    private readonly struct FindsKey : FieldPath.IVisitor
    {
        public bool Visit(JsonValue value) => true;
    }
}

/// <summary>Some leaf of the whole event passes one of the tests.</summary>
internal sealed class KeywordTest(ImmutableArray<ValueTest> anyOf) : EventTest
{
    public override bool Matches(JsonValue record, LeafText leaf) => Leaves.Any(record, anyOf, leaf);
}

internal static class Leaves
{
    public static bool Any(JsonValue value, ImmutableArray<ValueTest> anyOf, LeafText leaf)
    {
        switch (value.Type)
        {
            case JsonTokenType.StartObject:
                foreach (var member in value.Members)
                {
                    if (Any(member.Value, anyOf, leaf))
                    {
                        return true;
                    }
                }

                return false;
            case JsonTokenType.StartArray:
                foreach (var item in value.Items)
                {
                    if (Any(item, anyOf, leaf))
                    {
                        return true;
                    }
                }

                return false;
            case JsonTokenType.Null or JsonTokenType.None:
                return false;
        }

        leaf.Set(value);
        foreach (var test in anyOf)
        {
            if (test.Matches(leaf))
            {
                return true;
            }
        }

        return false;
    }
}
