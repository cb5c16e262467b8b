namespace Sealtrail.Core.Indexing;

/// <summary>The index as it stands, for verification: rows are handed over unread, so that damage is seen and not thrown.</summary>
public interface IIndexReader
{
    /// <summary>The rows that claim a block, in any order.</summary>
    Task<IReadOnlyList<IndexRow>> ReadRowsAsync(long block, CancellationToken cancellation);

    /// <summary>The row of an event id and the first <see cref="EventRefCodec.DigestBytes"/> of its digest, whatever block it claims; null where there is none.</summary>
    Task<IndexRow?> ReadRowAsync(string eventId, byte[] digest, CancellationToken cancellation);

    Task<long> CountRowsAsync(CancellationToken cancellation);
}

public sealed record IndexRow(string EventId, byte[] Digest, long Block, long Place, string Body);
