using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection.Matching;

internal enum TextRelation
{
    Equals,
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary>Some leaf of a field stands in a relation to some leaf of another field of the same event. False where either is absent.</summary>
internal sealed class FieldReferenceTest(FieldPath path, FieldPath other, TextRelation relation, bool cased) : EventTest
{
    public override bool Matches(JsonValue record, LeafText leaf)
    {
        var found = new Collect([]);
        other.Walk(record, ref found);
        var test = new Compare(found.Texts, relation, cased ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        return found.Texts.Count > 0 && path.Walk(record, ref test);
    }

    public override string? Impossible => CloudTrailFields.Unknown(path) ?? CloudTrailFields.Unknown(other);

    private readonly struct Collect(List<string> texts) : FieldPath.IVisitor
    {
        public List<string> Texts => texts;

        public bool Visit(JsonValue value)
        {
            foreach (var text in Scalars(value))
            {
                texts.Add(text);
            }

            return false;
        }
    }

    private readonly struct Compare(List<string> others, TextRelation relation, StringComparison comparison) : FieldPath.IVisitor
    {
        public bool Visit(JsonValue value)
        {
            foreach (var text in Scalars(value))
            {
                foreach (var other in others)
                {
                    var related = relation switch
                    {
                        TextRelation.Contains => text.Contains(other, comparison),
                        TextRelation.StartsWith => text.StartsWith(other, comparison),
                        TextRelation.EndsWith => text.EndsWith(other, comparison),
                        _ => text.Equals(other, comparison),
                    };
                    if (related)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    private static List<string> Scalars(JsonValue value)
    {
        var texts = new List<string>();
        Gather(value, texts);
        return texts;
    }

    private static void Gather(JsonValue value, List<string> texts)
    {
        foreach (var member in value.Members)
        {
            Gather(member.Value, texts);
        }

        foreach (var item in value.Items)
        {
            Gather(item, texts);
        }

        if (value.ScalarText is { } text)
        {
            texts.Add(text);
        }
    }
}
