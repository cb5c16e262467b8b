using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>Groups the events of an invocation into postings.</summary>
public static class PostingBuilder
{
    public static IReadOnlyList<Posting> Build(IEnumerable<IndexedEvent> events)
    {
        var groups = new Dictionary<(PostingKind, string, DateOnly), List<EventRef>>();
        foreach (var indexed in events)
        {
            var day = Day(indexed.Event.Time);
            foreach (var (kind, value) in LookupKeys.Of(indexed.Event))
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
