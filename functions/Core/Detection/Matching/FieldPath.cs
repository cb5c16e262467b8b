using System.Collections.Immutable;
using System.Text;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection.Matching;

/// <summary>
/// A dotted field name. Walks through arrays, any element; a key of the event may itself hold dots, so every run of the
/// name's parts is also tried as one literal key. Of keys that stand twice, each is walked.
/// </summary>
internal sealed class FieldPath
{
    /// <summary>For each part, the keys that may begin there, and the part that follows each.</summary>
    private readonly ImmutableArray<ImmutableArray<(byte[] Key, int Next)>> _keys;

    public FieldPath(string name)
    {
        Name = name;
        var parts = name.Split('.');
        _keys = [.. parts.Select((_, from) => Enumerable.Range(from + 1, parts.Length - from)
            .Select(to => (Encoding.UTF8.GetBytes(string.Join('.', parts[from..to])), to))
            .ToImmutableArray())];
    }

    /// <summary>What to do with a value found; true ends the walk.</summary>
    internal interface IVisitor
    {
        bool Visit(JsonValue value);
    }

    public string Name { get; }

    /// <returns>Whether a visit returned true.</returns>
    public bool Walk<TVisitor>(JsonValue root, ref TVisitor visitor)
        where TVisitor : IVisitor, allows ref struct => Walk(root, 0, ref visitor);

    private bool Walk<TVisitor>(JsonValue value, int part, ref TVisitor visitor)
        where TVisitor : IVisitor, allows ref struct
    {
        if (part == _keys.Length)
        {
            return visitor.Visit(value);
        }

        foreach (var member in value.Members)
        {
            foreach (var (key, next) in _keys[part])
            {
                if (member.NameIs(key) && Walk(member.Value, next, ref visitor))
                {
                    return true;
                }
            }
        }

        foreach (var item in value.Items)
        {
            if (Walk(item, part, ref visitor))
            {
                return true;
            }
        }

        return false;
    }
}
