using Sealtrail.Core.Chaining;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Chaining;

public sealed class LedgerAppendTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly MemoryLedger _store = new();
    private readonly Ledger _ledger;

    public LedgerAppendTests() => _ledger = new Ledger(_store, new InstantClock(), new Random(1));

    [Fact]
    public async Task Objects_become_blocks_in_their_order_in_one_append()
    {
        var drafts = Drafts.Many("a", Ledger.MostBlocksAnAppend);

        var results = await _ledger.SealAsync(drafts, None);

        Assert.Equal(drafts.Select(draft => draft.Source.Uri), results.Select(result => result.Block.Source));
        Assert.Equal(Enumerable.Range(0, drafts.Length).Select(i => (long)i), results.Select(result => result.Block.Index));
        Assert.All(results, result => Assert.True(result is { IsNew: true, Agrees: true }));
        Assert.Equal([drafts.Length], _store.Appended);
        await Chain.HoldsExactlyAsync(_store, drafts);
    }

    [Fact]
    public async Task Seventy_objects_take_three_appends_and_make_one_chain()
    {
        var drafts = Drafts.Many("a", 70);

        var results = await _ledger.SealAsync(drafts, None);

        Assert.Equal([32, 32, 6], _store.Appended);
        Assert.Equal(drafts.Select(draft => draft.Source.Uri), results.Select(result => result.Block.Source));
        await Chain.HoldsExactlyAsync(_store, drafts);
    }

    [Fact]
    public async Task Nothing_to_seal_is_no_append()
    {
        Assert.Empty(await _ledger.SealAsync([], None));
        Assert.Equal(0, _store.Tries);
    }

    [Fact]
    public async Task A_redelivered_object_keeps_its_block_and_is_sealed_once()
    {
        var first = Assert.Single(await _ledger.SealAsync([Drafts.Of("a")], None));
        await _ledger.SealAsync([Drafts.Of("b")], None);

        var again = Assert.Single(await _ledger.SealAsync([Drafts.Of("a")], None));

        Assert.Equal(first.Block, again.Block);
        Assert.True(again is { IsNew: false, Agrees: true });
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("a"), Drafts.Of("b")]);
    }

    [Fact]
    public async Task Of_a_group_that_was_sealed_in_part_only_the_rest_is_sealed()
    {
        await _ledger.SealAsync([Drafts.Of("b"), Drafts.Of("d")], None);

        var results = await _ledger.SealAsync([Drafts.Of("a"), Drafts.Of("b"), Drafts.Of("c"), Drafts.Of("d")], None);

        Assert.Equal([2L, 0L, 3L, 1L], results.Select(result => result.Block.Index));
        Assert.Equal([true, false, true, false], results.Select(result => result.IsNew));
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("a"), Drafts.Of("b"), Drafts.Of("c"), Drafts.Of("d")]);
    }

    [Fact]
    public async Task The_same_object_twice_in_a_call_is_sealed_once_and_answered_twice()
    {
        var results = await _ledger.SealAsync([Drafts.Of("a"), Drafts.Of("b"), Drafts.Of("a")], None);

        Assert.Equal([0L, 1L, 0L], results.Select(result => result.Block.Index));
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("a"), Drafts.Of("b")]);
    }

    [Fact]
    public async Task The_same_object_at_both_ends_of_a_long_call_is_sealed_once()
    {
        var drafts = Drafts.Many("a", 40);

        var results = await _ledger.SealAsync([.. drafts, drafts[0]], None);

        Assert.Equal(results[0].Block, results[40].Block);
        Assert.False(results[40].IsNew);
        await Chain.HoldsExactlyAsync(_store, drafts);
    }

    [Theory]
    [InlineData("other content")]
    [InlineData("x")]
    public async Task A_source_sealed_earlier_with_other_content_is_reported_and_not_sealed_again(string content)
    {
        var first = Assert.Single(await _ledger.SealAsync([Drafts.Of("a")], None));

        var again = Assert.Single(await _ledger.SealAsync([Drafts.Of("a", content)], None));

        Assert.Equal(first.Block, again.Block);
        Assert.True(again is { IsNew: false, Agrees: false });
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("a")]);
    }

    [Fact]
    public async Task Every_fact_of_an_object_must_agree_with_its_block()
    {
        var draft = Drafts.Of("a");
        await _ledger.SealAsync([draft], None);
        BlockDraft[] others =
        [
            draft with { Content = draft.Content with { Bytes = 1 } },
            draft with { Content = draft.Content with { Sha256 = Drafts.Hash("other") } },
            draft with { Content = draft.Content with { Kind = Core.Events.ContentKind.Raw } },
            draft with { RecordCount = 4 },
            draft with { RecordsRoot = Drafts.Hash("other") },
            draft with { Oldest = draft.Newest },
            draft with { Oldest = null, Newest = null },
        ];

        foreach (var other in others)
        {
            Assert.False(Assert.Single(await _ledger.SealAsync([other], None)).Agrees, other.ToString());
        }

        Assert.True(Assert.Single(await _ledger.SealAsync([draft], None)).Agrees);
    }

    [Fact]
    public async Task One_changed_object_does_not_hold_up_the_rest_of_its_group()
    {
        await _ledger.SealAsync([Drafts.Of("b")], None);

        var results = await _ledger.SealAsync([Drafts.Of("a"), Drafts.Of("b", "changed"), Drafts.Of("c")], None);

        Assert.Equal([true, false, true], results.Select(result => result.Agrees));
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("a"), Drafts.Of("b"), Drafts.Of("c")]);
    }
}
