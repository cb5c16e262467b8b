using System.Runtime.CompilerServices;

namespace Sealtrail.Core.Indexing;

/// <summary>Answers queries from postings: newest first, reading no more days than it must.</summary>
public sealed class EventSearch(IIndexStore store)
{
    private const int PageSize = 100;

    public async IAsyncEnumerable<IndexedEvent> RunAsync(EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (kind, value) = query.Driver();
        var from = query.Since is { } since ? PostingBuilder.Day(since) : DateOnly.MinValue;
        var to = query.Until is { } until ? PostingBuilder.Day(until) : DateOnly.MaxValue;
        var (day, ofDay) = (DateOnly.MaxValue, new List<byte[]>());
        await foreach (var posting in store.ReadPostingsAsync(kind, value, from, to, cancellation))
        {
            if (posting.Day != day)
            {
                await foreach (var found in NewestFirstAsync(ofDay, query, cancellation))
                {
                    yield return found;
                }

                (day, ofDay) = (posting.Day, []);
            }

            ofDay.Add(posting.References);
        }

        await foreach (var found in NewestFirstAsync(ofDay, query, cancellation))
        {
            yield return found;
        }
    }

    private async IAsyncEnumerable<IndexedEvent> NewestFirstAsync(
        List<byte[]> ofDay, EventQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // The same event may stand in two postings where an invocation was repeated in another grouping.
        var references = ofDay.SelectMany(EventRefCodec.Decode)
            .DistinctBy(reference => (reference.Id, Convert.ToHexString(reference.Digest)))
            .OrderByDescending(reference => reference.Time)
            .ThenBy(reference => reference.Id, StringComparer.Ordinal);
        foreach (var page in references.Chunk(PageSize))
        {
            var events = await store.ReadAsync([.. page.Select(reference => (reference.Id, reference.Digest))], cancellation);
            foreach (var found in events.Where(found => query.Fits(found.Event))
                .OrderByDescending(found => found.Event.Time)
                .ThenBy(found => found.Event.Id.Value, StringComparer.Ordinal))
            {
                yield return found;
            }
        }
    }
}
