using System.Runtime.CompilerServices;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;

namespace Sealtrail.Cli.Embedded;

/// <summary>The ledger in SQLite: for the writer behind compare-and-swap, for the auditor as plain rows.</summary>
internal sealed class SqliteLedger(SqliteStore store) : ILedgerStore, ILedgerReader
{
    private const int PageSize = 1_000;

    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellation) => store.ReadAsync(Head, cancellation);

    public Task<IReadOnlyDictionary<ObjectSource, SealedBlock>> FindAsync(IReadOnlyCollection<ObjectSource> sources, CancellationToken cancellation) =>
        store.ReadAsync(
            batch =>
            {
                var found = new Dictionary<ObjectSource, SealedBlock>();
                foreach (var source in sources)
                {
                    foreach (var block in batch.Query(
                        "SELECT place, source, text, leaf FROM blocks WHERE source = ?1", [source.Uri],
                        row => new SealedBlock(row.GetInt64(0), row.GetString(1), row.GetString(2), new Hash256(row.GetFieldValue<byte[]>(3)))))
                    {
                        found[source] = block;
                    }
                }

                return (IReadOnlyDictionary<ObjectSource, SealedBlock>)found;
            },
            cancellation);

    public Task<AppendOutcome> AppendAsync(LedgerHead expected, IReadOnlyList<SealedBlock> blocks, CancellationToken cancellation) =>
        store.WriteAsync(
            batch =>
            {
                var taken = blocks.Any(block => batch.Query("SELECT 1 FROM blocks WHERE source = ?1", [block.Source], _ => 1).Count > 0);
                if (taken || Head(batch) != expected)
                {
                    return AppendOutcome.LostRace;
                }

                foreach (var block in blocks)
                {
                    batch.Execute("INSERT INTO blocks (place, source, text, leaf) VALUES (?1, ?2, ?3, ?4)", block.Index, block.Source, block.Text, block.LeafHash.ToArray());
                }

                batch.Execute(
                    "INSERT INTO head (id, size, leaf) VALUES (0, ?1, ?2) ON CONFLICT (id) DO UPDATE SET size = excluded.size, leaf = excluded.leaf",
                    blocks[^1].Index + 1, blocks[^1].LeafHash.ToArray());
                return AppendOutcome.Appended;
            },
            cancellation);

    public async IAsyncEnumerable<StoredBlock> ReadBlocksAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = long.MinValue;
        while (true)
        {
            var page = await store.ReadAsync(
                batch => batch.Query(
                    "SELECT place, text, leaf FROM blocks WHERE place > ?1 ORDER BY place LIMIT ?2", [after, PageSize],
                    row => new StoredBlock(row.GetInt64(0), row.GetString(1), Leaf(row.GetFieldValue<byte[]>(2)))),
                cancellation);
            foreach (var block in page)
            {
                after = block.Place;
                yield return block;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }
        }
    }

    public Task<byte[]?> ReadLeavesAsync(long block, CancellationToken cancellation) => store.ReadAsync(
        batch => batch.Query("SELECT leaves FROM objects WHERE block = ?1", [block], row => row.GetFieldValue<byte[]>(0)).FirstOrDefault(),
        cancellation);

    private static LedgerHead Head(SqliteBatch batch) => batch
        .Query("SELECT size, leaf FROM head", [], row => new LedgerHead(row.GetInt64(0), Leaf(row.GetFieldValue<byte[]>(1)) ?? default))
        .FirstOrDefault();

    /// <summary>Null where the stored bytes are no hash: the auditor must see damage, not an exception.</summary>
    private static Hash256? Leaf(byte[] bytes) => bytes.Length == Hash256.Size ? new Hash256(bytes) : null;
}
