using Sealtrail.Core.Chaining;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Chaining;

/// <summary>Appends that lose a race or end without an answer.</summary>
public sealed class LedgerFaultTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly MemoryLedger _store = new();
    private readonly Ledger _ledger;

    public LedgerFaultTests() => _ledger = new Ledger(_store, new InstantClock(TimeSpan.FromMilliseconds(1)), new Random(1));

    [Fact]
    public async Task A_lost_race_reads_the_head_again_and_goes_behind_the_winner()
    {
        _store.OnAppend = number =>
        {
            if (number == 0)
            {
                _store.Intrude(Drafts.Of("winner"));
            }

            return LedgerFault.None;
        };

        var result = Assert.Single(await _ledger.SealAsync([Drafts.Of("a")], None));

        Assert.Equal(1, result.Block.Index);
        Assert.True(result.IsNew);
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("winner"), Drafts.Of("a")]);
    }

    [Fact]
    public async Task A_race_lost_to_a_writer_of_the_same_object_takes_the_winners_block()
    {
        _store.OnAppend = number =>
        {
            if (number == 0)
            {
                _store.Intrude(Drafts.Of("b"));
            }

            return LedgerFault.None;
        };

        var results = await _ledger.SealAsync([Drafts.Of("a"), Drafts.Of("b"), Drafts.Of("c")], None);

        Assert.Equal([1L, 0L, 2L], results.Select(result => result.Block.Index));
        Assert.Equal([true, false, true], results.Select(result => result.IsNew));
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("a"), Drafts.Of("b"), Drafts.Of("c")]);
    }

    [Fact]
    public async Task An_append_that_failed_before_its_effect_is_made_again()
    {
        _store.OnAppend = number => number == 0 ? LedgerFault.FailBefore : LedgerFault.None;

        var results = await _ledger.SealAsync(Drafts.Many("a", 5), None);

        Assert.All(results, result => Assert.True(result.IsNew));
        Assert.Equal([5], _store.Appended);
        await Chain.HoldsExactlyAsync(_store, Drafts.Many("a", 5));
    }

    [Fact]
    public async Task An_append_that_failed_after_its_effect_is_not_made_twice_and_counts_as_ours()
    {
        _store.OnAppend = _ => LedgerFault.FailAfter;

        var results = await _ledger.SealAsync(Drafts.Many("a", 5), None);

        Assert.Equal(1, _store.Tries);
        Assert.All(results, result => Assert.True(result is { IsNew: true, Agrees: true }));
        await Chain.HoldsExactlyAsync(_store, Drafts.Many("a", 5));
    }

    [Fact]
    public async Task An_unknown_outcome_behind_which_others_wrote_is_read_before_it_is_decided()
    {
        _store.OnAppend = number =>
        {
            if (number == 1)
            {
                _store.Intrude(Drafts.Of("other"));
            }

            return number == 0 ? LedgerFault.FailBefore : LedgerFault.None;
        };

        var results = await _ledger.SealAsync([Drafts.Of("a"), Drafts.Of("b")], None);

        Assert.Equal([1L, 2L], results.Select(result => result.Block.Index));
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("other"), Drafts.Of("a"), Drafts.Of("b")]);
    }

    [Fact]
    public async Task An_append_that_lands_after_it_was_given_up_does_not_seal_twice()
    {
        Action? landing = null;
        _store.Later = work => landing = work;
        _store.OnAppend = number =>
        {
            if (number == 1)
            {
                landing!();
            }

            return number == 0 ? LedgerFault.FailLate : LedgerFault.None;
        };

        var results = await _ledger.SealAsync([Drafts.Of("a"), Drafts.Of("b")], None);

        Assert.Equal([0L, 1L], results.Select(result => result.Block.Index));
        await Chain.HoldsExactlyAsync(_store, [Drafts.Of("a"), Drafts.Of("b")]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_never_takes_the_append_ends_in_an_error_with_nothing_sealed(bool answers)
    {
        var others = 0;
        _store.OnAppend = _ =>
        {
            if (answers)
            {
                _store.Intrude(Drafts.Of($"other-{others++}"));
            }

            return answers ? LedgerFault.None : LedgerFault.FailBefore;
        };

        await Assert.ThrowsAsync<IOException>(() => _ledger.SealAsync([Drafts.Of("a")], None));

        await Chain.HoldsExactlyAsync(_store, Enumerable.Range(0, others).Select(i => Drafts.Of($"other-{i}")));
    }

    [Fact]
    public async Task After_an_error_the_same_call_repeated_seals_what_is_missing()
    {
        _store.OnAppend = number => number < 1 ? LedgerFault.None : LedgerFault.FailBefore;
        await Assert.ThrowsAsync<IOException>(() => _ledger.SealAsync(Drafts.Many("a", 40), None));
        Assert.Equal([32], _store.Appended);
        _store.OnAppend = _ => LedgerFault.None;

        var results = await _ledger.SealAsync(Drafts.Many("a", 40), None);

        Assert.Equal(8, results.Count(result => result.IsNew));
        await Chain.HoldsExactlyAsync(_store, Drafts.Many("a", 40));
    }
}
