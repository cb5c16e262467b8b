using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Core.Processing;

/// <summary>
/// Verifies the search index against the original objects: every record must have its row, every row must say what its record
/// says, and there must be no other rows. Derives the rows again by the pipeline's own code; the ledger is verified apart.
/// </summary>
public sealed class IndexVerifier(IIndexReader index, IObjectArchive archive, ParsingLimits limits)
{
    /// <param name="objects">The objects whose content was found as sealed, with their blocks.</param>
    /// <param name="isWhole">Whether these are all blocks of the ledger, so that rows of no block can be told.</param>
    /// <returns>The damage, and what could not be looked at, with the reason.</returns>
    public async Task<(IReadOnlyList<Finding> Findings, IReadOnlyList<string> OutOfReach)> VerifyAsync(IReadOnlyList<(long Block, ObjectSource Source)> objects, bool isWhole, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var outOfReach = new List<string>();
        var seen = 0L;
        using var processor = new ObjectProcessor(archive, null, limits);
        foreach (var (block, source) in objects)
        {
            var rows = await index.ReadRowsAsync(block, cancellation);
            seen += rows.Count;
            var left = rows.ToDictionary(row => (row.EventId, Convert.ToHexString(row.Digest)));
            try
            {
                await VerifyObjectAsync(processor, block, source, left, findings, cancellation);
            }
            catch (IOException unreadable)
            {
                outOfReach.Add($"the index rows of block {block}: {unreadable.Message}");
                continue;
            }

            findings.AddRange(left.Values.Select(row => new Finding(
                FindingKind.IndexAdded, block, source.Uri, (int)row.Place, $"The index has event {row.EventId} in block {block}, which holds no such record.")));
        }

        var total = await index.CountRowsAsync(cancellation);
        if (isWhole && total != seen)
        {
            findings.Add(new Finding(FindingKind.IndexAdded, null, null, null, $"The index has {total - seen} rows of blocks that are not in the ledger."));
        }

        return (findings, outOfReach);
    }

    private async Task VerifyObjectAsync(
        ObjectProcessor processor, long block, ObjectSource source, Dictionary<(string, string), IndexRow> left, List<Finding> findings, CancellationToken cancellation)
    {
        var read = await processor.ReadAsync(source, cancellation);
        var parts = read.Records is { } kept ? new[] { kept }.ToAsyncEnumerable() : processor.ReadAgainAsync(read, 1_000, cancellation);
        await foreach (var part in parts)
        {
            foreach (var record in part)
            {
                await VerifyRecordAsync(record.Event, block, left, findings, cancellation);
            }
        }
    }

    private async Task VerifyRecordAsync(
        AuditEvent e, long block, Dictionary<(string, string), IndexRow> left, List<Finding> findings, CancellationToken cancellation)
    {
        var digest = e.Id.Digest.ToArray()[..EventRefCodec.DigestBytes];
        if (left.Remove((e.Id.Value, Convert.ToHexString(digest)), out var row))
        {
            if (row.Place != e.Place.Index || row.Body != EventJson.Write(e))
            {
                findings.Add(new Finding(
                    FindingKind.IndexAltered, block, e.Place.Source.Uri, e.Place.Index, $"The index row of event {e.Id.Value} does not say what the record says."));
            }

            return;
        }

        if (await index.ReadRowAsync(e.Id.Value, digest, cancellation) is null)
        {
            findings.Add(new Finding(
                FindingKind.IndexMissing, block, e.Place.Source.Uri, e.Place.Index, $"Event {e.Id.Value} has no row in the index: no search finds it."));
        }
    }
}
