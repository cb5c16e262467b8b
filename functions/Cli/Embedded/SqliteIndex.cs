using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;

namespace Sealtrail.Cli.Embedded;

/// <summary>The index in SQLite: one transaction a call, so that rows and their postings are there together or not at all.</summary>
internal sealed class SqliteIndex(SqliteStore store) : IIndexStore, IIndexReader
{
    private const int PageSize = 500;

    public Task<IReadOnlyList<PutOutcome>> PutAsync(IReadOnlyList<IndexedEvent> events, CancellationToken cancellation) =>
        store.WriteAsync(
            batch =>
            {
                var outcomes = new PutOutcome[events.Count];
                for (var i = 0; i < events.Count; i++)
                {
                    outcomes[i] = Put(batch, events[i]);
                }

                var invocation = PostingBuilder.Invocation(events);
                var indexed = events.Where((_, i) => outcomes[i] == PutOutcome.Indexed);
                foreach (var posting in PostingBuilder.Build(indexed))
                {
                    batch.Execute(
                        "INSERT OR REPLACE INTO postings (kind, value, day, invocation, refs) VALUES (?1, ?2, ?3, ?4, ?5)",
                        (int)posting.Kind, posting.Value, posting.Day.DayNumber, invocation, EventRefCodec.Encode(posting.Events));
                }

                return (IReadOnlyList<PutOutcome>)outcomes;
            },
            cancellation);

    public Task CompleteAsync(IReadOnlyList<ObjectAccount> accounts, CancellationToken cancellation) =>
        store.WriteAsync(
            batch =>
            {
                foreach (var account in accounts)
                {
                    Complete(batch, account);
                }

                return accounts.Count;
            },
            cancellation);

    public Task<IReadOnlyDictionary<ObjectSource, ObjectAccount>> FindAccountsAsync(IReadOnlyCollection<ObjectSource> sources, CancellationToken cancellation) =>
        store.ReadAsync(
            batch =>
            {
                var found = new Dictionary<ObjectSource, ObjectAccount>();
                foreach (var source in sources)
                {
                    foreach (var account in batch.Query(
                        "SELECT block, received, indexed, duplicates, rejected FROM objects WHERE source = ?1", [source.Uri],
                        row => new ObjectAccount(source, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4))))
                    {
                        found[source] = account;
                    }
                }

                return (IReadOnlyDictionary<ObjectSource, ObjectAccount>)found;
            },
            cancellation);

    public Task<IReadOnlyList<IndexedEvent>> FindAsync(string eventId, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<IndexedEvent>>(
            batch => batch.Query("SELECT body, block FROM events WHERE event_id = ?1 ORDER BY block, place", [eventId], Event),
            cancellation);

    public Task<IReadOnlyList<IndexedEvent>> ReadAsync(IReadOnlyList<(string Id, byte[] Digest)> references, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<IndexedEvent>>(
            batch => [.. references.SelectMany(reference =>
                batch.Query("SELECT body, block FROM events WHERE event_id = ?1 AND digest = ?2", [reference.Id, reference.Digest], Event))],
            cancellation);

    public Task<IReadOnlyList<IndexRow>> ReadRowsAsync(long block, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<IndexRow>>(
            batch => batch.Query("SELECT event_id, digest, block, place, body FROM events WHERE block = ?1 ORDER BY place", [block], Row),
            cancellation);

    public Task<IndexRow?> ReadRowAsync(string eventId, byte[] digest, CancellationToken cancellation) => store.ReadAsync(
        batch => batch.Query("SELECT event_id, digest, block, place, body FROM events WHERE event_id = ?1 AND digest = ?2", [eventId, digest], Row).FirstOrDefault(),
        cancellation);

    public Task<long> CountRowsAsync(CancellationToken cancellation) =>
        store.ReadAsync(batch => batch.Query("SELECT count(*) FROM events", [], row => row.GetInt64(0)).Single(), cancellation);

    public async IAsyncEnumerable<(DateOnly Day, byte[] References)> ReadPostingsAsync(
        PostingKind kind, string value, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (day, invocation) = (to.DayNumber + 1, "");
        while (true)
        {
            var page = await store.ReadAsync(
                batch => batch.Query(
                    """
                    SELECT day, invocation, refs FROM postings
                    WHERE kind = ?1 AND value = ?2 AND day >= ?3 AND (day < ?4 OR (day = ?4 AND invocation > ?5))
                    ORDER BY day DESC, invocation LIMIT ?6
                    """,
                    [(int)kind, value, from.DayNumber, day, invocation, PageSize],
                    row => (Day: row.GetInt32(0), Invocation: row.GetString(1), References: row.GetFieldValue<byte[]>(2))),
                cancellation);
            foreach (var posting in page)
            {
                (day, invocation) = (posting.Day, posting.Invocation);
                yield return (DateOnly.FromDayNumber(posting.Day), posting.References);
            }

            if (page.Count < PageSize)
            {
                yield break;
            }
        }
    }

    public async IAsyncEnumerable<(long Block, Rejection Rejection)> ReadRejectionsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (block, ordinal) = (-1L, -1L);
        while (true)
        {
            var page = await store.ReadAsync(
                batch => batch.Query(
                    """
                    SELECT block, ordinal, source, place, offset, length, reason FROM rejections
                    WHERE block > ?1 OR (block = ?1 AND ordinal > ?2) ORDER BY block, ordinal LIMIT ?3
                    """,
                    [block, ordinal, PageSize],
                    row => (Block: row.GetInt64(0), Ordinal: row.GetInt64(1), Rejection: new Rejection(
                        ObjectSource.Parse(row.GetString(2))!, row.IsDBNull(3) ? null : row.GetInt32(3), row.GetInt64(4), row.GetInt64(5), row.GetString(6)))),
                cancellation);
            foreach (var row in page)
            {
                (block, ordinal) = (row.Block, row.Ordinal);
                yield return (row.Block, row.Rejection);
            }

            if (page.Count < PageSize)
            {
                yield break;
            }
        }
    }

    public Task<IndexTotals> ReadTotalsAsync(CancellationToken cancellation) => store.ReadAsync(
        batch => batch.Query(
            "SELECT count(*), total(received), total(indexed), total(duplicates), total(rejected) FROM objects", [],
            row => new IndexTotals(row.GetInt64(0), (long)row.GetDouble(1), (long)row.GetDouble(2), (long)row.GetDouble(3), (long)row.GetDouble(4))).Single(),
        cancellation);

    private static PutOutcome Put(SqliteBatch batch, IndexedEvent indexed)
    {
        var e = indexed.Event;
        var digest = e.Id.Digest.ToArray()[..EventRefCodec.DigestBytes];
        var added = batch.Execute(
            "INSERT INTO events (event_id, digest, block, place, body) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
            e.Id.Value, digest, indexed.Block, e.Place.Index, EventJson.Write(e));
        if (added == 1)
        {
            return PutOutcome.Indexed;
        }

        var own = batch.Query(
            "SELECT 1 FROM events WHERE event_id = ?1 AND digest = ?2 AND block = ?3 AND place = ?4",
            [e.Id.Value, digest, indexed.Block, e.Place.Index], _ => 1);
        return own.Count == 1 ? PutOutcome.Indexed : PutOutcome.Duplicate;
    }

    private static void Complete(SqliteBatch batch, ObjectAccount account)
    {
        batch.Execute(
            "INSERT OR REPLACE INTO objects (source, block, received, indexed, duplicates, rejected, leaves) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            account.Source.Uri, account.Block, account.Received, account.Indexed, account.Duplicates, account.Rejected, account.Leaves.ToArray());
        for (var i = 0; i < account.Rejections.Length; i++)
        {
            var rejection = account.Rejections[i];
            batch.Execute(
                "INSERT OR REPLACE INTO rejections (block, ordinal, source, place, offset, length, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                account.Block, i, rejection.Source.Uri, rejection.Index, rejection.Offset, rejection.Length, rejection.Reason);
        }
    }

    private static IndexedEvent Event(SqliteDataReader row)
    {
        try
        {
            return new IndexedEvent(EventJson.Read(row.GetString(0)), row.GetInt64(1));
        }
        catch (JsonException damaged)
        {
            throw new IOException($"a row of block {row.GetInt64(1)} cannot be read ({damaged.Message}); 'sealtrail verify' names all damage", damaged);
        }
    }

    private static IndexRow Row(SqliteDataReader row) =>
        new(row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4));
}
