using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>
/// The index: events and postings. All of it can be made again from the archive and the ledger.
/// <para>Idempotence: every write may be repeated, by the same process or another, and leaves what one write leaves.</para>
/// <para>Consistency: a returned write is seen by every later <see cref="PutAsync"/> and <see cref="FindAccountsAsync"/>; searches may lag by seconds.</para>
/// <para>Concurrency: all members may be called from any number of threads and processes at once.</para>
/// <para>Retries: an adapter retries throttling and partial batches itself; an exception means that some of the write may be missing, and the caller repeats all of it.</para>
/// </summary>
public interface IIndexStore
{
    /// <summary>
    /// Puts events and their postings. The first record of an <see cref="EventId"/> to be put has the row for good; a record put
    /// again from its own block and place is <see cref="PutOutcome.Indexed"/> again, one from elsewhere a duplicate without postings.
    /// </summary>
    /// <param name="events">Of one invocation, of any number of blocks.</param>
    /// <returns>One outcome for each event, in their order.</returns>
    Task<IReadOnlyList<PutOutcome>> PutAsync(IReadOnlyList<IndexedEvent> events, CancellationToken cancellation);

    /// <summary>Marks objects as done: account, rejections and leaves. The last write for an object, after all its effects.</summary>
    Task CompleteAsync(IReadOnlyList<ObjectAccount> accounts, CancellationToken cancellation);

    /// <summary>The accounts, without rejections and leaves, of those sources that are done.</summary>
    Task<IReadOnlyDictionary<ObjectSource, ObjectAccount>> FindAccountsAsync(IReadOnlyCollection<ObjectSource> sources, CancellationToken cancellation);

    /// <summary>All records of an event id; more than one where records share the id but not their bytes.</summary>
    Task<IReadOnlyList<IndexedEvent>> FindAsync(string eventId, CancellationToken cancellation);

    /// <summary>The events behind references, without order; those that are gone are left out.</summary>
    Task<IReadOnlyList<IndexedEvent>> ReadAsync(IReadOnlyList<(string Id, byte[] Digest)> references, CancellationToken cancellation);

    /// <summary>The references of a value, day by day, the newest day first; within a day without order, some perhaps twice.</summary>
    IAsyncEnumerable<(DateOnly Day, byte[] References)> ReadPostingsAsync(PostingKind kind, string value, DateOnly from, DateOnly to, CancellationToken cancellation);

    IAsyncEnumerable<(long Block, Rejection Rejection)> ReadRejectionsAsync(CancellationToken cancellation);

    Task<IndexTotals> ReadTotalsAsync(CancellationToken cancellation);
}
