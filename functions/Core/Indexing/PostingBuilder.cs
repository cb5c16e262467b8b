using System.Buffers.Binary;
using System.Security.Cryptography;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>Groups the events of an invocation into postings.</summary>
public static class PostingBuilder
{
    /// <summary>
    /// Names a put for the keys of its postings: the same for the same records, so that a repetition overwrites itself, and
    /// another for any other grouping, so that it overwrites nothing else.
    /// </summary>
    public static string Invocation(IReadOnlyList<IndexedEvent> events)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> place = stackalloc byte[16];
        foreach (var indexed in events)
        {
            BinaryPrimitives.WriteInt64BigEndian(place, indexed.Block);
            BinaryPrimitives.WriteInt64BigEndian(place[8..], indexed.Event.Place.Index);
            hash.AppendData(place);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    public static IReadOnlyList<Posting> Build(IEnumerable<IndexedEvent> events)
    {
        var keys = new LookupKeys();
        var groups = new Dictionary<(PostingKind, string, DateOnly), List<EventRef>>();
        foreach (var indexed in events)
        {
            var day = Day(indexed.Event.Time);
            foreach (var (kind, value) in keys.Of(indexed.Event))
            {
                if (!groups.TryGetValue((kind, value, day), out var group))
                {
                    groups[(kind, value, day)] = group = [];
                }

                group.Add(indexed.Reference);
            }
        }

        return [.. groups.Select(group => new Posting(group.Key.Item1, group.Key.Item2, group.Key.Item3, group.Value))];
    }

    public static DateOnly Day(DateTimeOffset? time) => time is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : DateOnly.MinValue;
}
