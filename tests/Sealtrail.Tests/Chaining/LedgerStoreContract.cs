using Sealtrail.Core.Chaining;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Chaining;

/// <summary>What <see cref="ILedgerStore"/> promises, held against every adapter.</summary>
public abstract class LedgerStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>A client of the one store under test; of its own, as another process would have.</summary>
    protected abstract ILedgerStore Connect();

    protected abstract ILedgerReader Read();

    [Fact]
    public async Task A_new_ledger_is_empty()
    {
        Assert.Equal(default, await Connect().ReadHeadAsync(None));
        Assert.Equal(default, await Read().ReadHeadAsync(None));
        Assert.Empty(await Connect().FindAsync([Drafts.Of("a").Source], None));
    }

    [Fact]
    public async Task An_append_moves_the_head_and_every_client_sees_it_at_once()
    {
        var (store, other) = (Connect(), Connect());
        var blocks = Build(default, Drafts.Many("a", 3));

        Assert.Equal(AppendOutcome.Appended, await store.AppendAsync(default, blocks, None));

        Assert.Equal(new LedgerHead(3, blocks[2].LeafHash), await other.ReadHeadAsync(None));
        var found = await other.FindAsync([Drafts.Of("a/001.json.gz").Source, Drafts.Of("not there").Source], None);
        Assert.Equal(blocks[1], Assert.Single(found).Value);
    }

    [Fact]
    public async Task Blocks_are_read_back_to_the_letter_by_the_writer_and_by_the_auditor()
    {
        var draft = Drafts.Of("odd name ä % #'\"\\ \u2028.json", "x");
        var blocks = Build(default, [draft]);
        await Connect().AppendAsync(default, blocks, None);

        Assert.Equal(blocks[0], (await Connect().FindAsync([draft.Source], None))[draft.Source]);
        Assert.Equal([new StoredBlock(0, blocks[0].Text, blocks[0].LeafHash)], await StoredAsync());
    }

    [Fact]
    public async Task An_append_on_a_head_that_moved_loses_and_writes_nothing()
    {
        var store = Connect();
        var first = Build(default, [Drafts.Of("a")]);
        await store.AppendAsync(default, first, None);
        var head = new LedgerHead(1, first[0].LeafHash);

        Assert.Equal(AppendOutcome.LostRace, await store.AppendAsync(default, Build(default, [Drafts.Of("b")]), None));
        Assert.Equal(AppendOutcome.LostRace, await store.AppendAsync(head with { LeafHash = Drafts.Hash("x") }, Build(head, [Drafts.Of("b")]), None));

        Assert.Equal(head, await store.ReadHeadAsync(None));
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task An_append_of_which_one_source_is_sealed_loses_and_writes_nothing()
    {
        var store = Connect();
        var first = Build(default, [Drafts.Of("a")]);
        await store.AppendAsync(default, first, None);
        var head = new LedgerHead(1, first[0].LeafHash);

        Assert.Equal(AppendOutcome.LostRace, await store.AppendAsync(head, Build(head, [Drafts.Of("b"), Drafts.Of("a"), Drafts.Of("c")]), None));

        Assert.Equal(head, await store.ReadHeadAsync(None));
        Assert.Empty(await store.FindAsync([Drafts.Of("b").Source, Drafts.Of("c").Source], None));
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task The_largest_append_fits_one_transaction()
    {
        var blocks = Build(default, Drafts.Many("a", Ledger.MostBlocksAnAppend));

        Assert.Equal(AppendOutcome.Appended, await Connect().AppendAsync(default, blocks, None));
        Assert.Equal(Ledger.MostBlocksAnAppend, (await Connect().ReadHeadAsync(None)).Size);
    }

    [Fact]
    public async Task Of_eight_appends_at_once_on_one_head_exactly_one_wins()
    {
        var clients = Enumerable.Range(0, 8).Select(_ => Connect()).ToList();

        var outcomes = await Task.WhenAll(clients.Select((client, i) => Task.Run(() => client.AppendAsync(default, Build(default, [Drafts.Of($"{i}")]), None))));

        Assert.Equal(1, outcomes.Count(outcome => outcome == AppendOutcome.Appended));
        Assert.Equal(1, (await Connect().ReadHeadAsync(None)).Size);
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task The_auditor_reads_every_block_by_ascending_place_also_of_a_long_ledger()
    {
        var (store, head, all) = (Connect(), default(LedgerHead), new List<SealedBlock>());
        for (var append = 0; append < 70; append++)
        {
            var blocks = Build(head, Drafts.Many($"{append}", Ledger.MostBlocksAnAppend));
            await store.AppendAsync(head, blocks, None);
            head = new LedgerHead(blocks[^1].Index + 1, blocks[^1].LeafHash);
            all.AddRange(blocks);
        }

        Assert.Equal(all.Select(block => new StoredBlock(block.Index, block.Text, block.LeafHash)), await StoredAsync());
    }

    private static List<SealedBlock> Build(LedgerHead head, IEnumerable<BlockDraft> drafts)
    {
        var blocks = new List<SealedBlock>();
        foreach (var draft in drafts)
        {
            blocks.Add(SealedBlock.Of(draft.At(head, DateTimeOffset.UnixEpoch)));
            head = new LedgerHead(blocks[^1].Index + 1, blocks[^1].LeafHash);
        }

        return blocks;
    }

    private Task<List<StoredBlock>> StoredAsync() => Read().ReadBlocksAsync(None).ToListAsync().AsTask();
}
