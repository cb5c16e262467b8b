using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

/// <summary>What <see cref="IIndexStore"/> promises of accounts, rejections and postings, held against every adapter.</summary>
public abstract class IndexAccountContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected abstract IIndexStore Connect();

    [Fact]
    public async Task An_account_is_found_by_every_client_once_it_is_written()
    {
        var account = Account("a", 0, 10, 7, 2, 1);

        await Connect().CompleteAsync([account], None);

        var found = await Connect().FindAccountsAsync([account.Source, SampleEvents.Source("other")], None);
        var (source, read) = Assert.Single(found);
        Assert.Equal(account.Source, source);
        Assert.Equal((0L, 10L, 7L, 2L, 1L), (read.Block, read.Received, read.Indexed, read.Duplicates, read.Rejected));
    }

    [Fact]
    public async Task Totals_are_the_sums_of_all_accounts_however_often_they_were_written()
    {
        var store = Connect();
        for (var again = 0; again < 3; again++)
        {
            await store.CompleteAsync([Account("a", 0, 10, 7, 2, 1), Account("b", 1, 5, 0, 5, 0)], None);
        }

        await store.CompleteAsync([Account("c", 2, 0, 0, 0, 0)], None);
        await store.CompleteAsync([], None);

        Assert.Equal(new IndexTotals(3, 15, 7, 7, 1), await Connect().ReadTotalsAsync(None));
    }

    [Fact]
    public async Task Rejections_are_listed_with_block_file_and_place_each_once()
    {
        var store = Connect();
        var (a, b) = (SampleEvents.Source("a"), SampleEvents.Source("b ä"));
        Rejection[] ofA = [new(a, 3, 120, 40, "no record"), new(a, null, 200, 7, "invalid JSON"), new(a, 3, 120, 40, "no record")];
        Rejection[] ofB = [new(b, 0, 0, 1L << 40, "too long\n\"text\"")];
        for (var again = 0; again < 2; again++)
        {
            await store.CompleteAsync([Account("a", 4, 3, 0, 0, 3) with { Rejections = [.. ofA] }, Account("b ä", 5, 1, 0, 0, 1) with { Rejections = [.. ofB] }], None);
        }

        var listed = await Connect().ReadRejectionsAsync(None).ToListAsync();

        Assert.Equal([.. ofA.Select(rejection => (4L, rejection)), .. ofB.Select(rejection => (5L, rejection))], listed);
    }

    [Fact]
    public async Task More_than_a_thousand_rejections_are_all_listed_in_their_order()
    {
        var source = SampleEvents.Source("a");
        var rejections = Enumerable.Range(0, 1_203).Select(i => new Rejection(source, i, i, 1, $"{i}")).ToList();

        await Connect().CompleteAsync([Account("a", 0, 1_203, 0, 0, 1_203) with { Rejections = [.. rejections] }], None);

        Assert.Equal(rejections, (await Connect().ReadRejectionsAsync(None).ToListAsync()).Select(row => row.Rejection));
    }

    [Fact]
    public async Task Postings_come_newest_day_first_and_of_the_one_value_alone()
    {
        var store = Connect();
        for (var block = 0; block < 12; block++)
        {
            await store.PutAsync(SampleEvents.Block(block, SampleEvents.Event(block) with { Time = SampleEvents.Noon.AddDays(block % 6) }), None);
        }

        var from = PostingBuilder.Day(SampleEvents.Noon.AddDays(3));
        var postings = await store.ReadPostingsAsync(PostingKind.Action, "getuser", from, DateOnly.MaxValue, None).ToListAsync();

        Assert.Equal([5, 5, 4, 4, 3, 3], postings.Select(posting => posting.Day.DayNumber - from.DayNumber + 3));
        Assert.All(postings, posting => Assert.Single(EventRefCodec.Decode(posting.References)));
        Assert.Empty(await store.ReadPostingsAsync(PostingKind.Action, "GetUser", from, DateOnly.MaxValue, None).ToListAsync());
        Assert.Empty(await store.ReadPostingsAsync(PostingKind.Actor, "getuser", from, DateOnly.MaxValue, None).ToListAsync());
    }

    [Fact]
    public async Task Hundreds_of_postings_of_one_value_and_day_are_all_read()
    {
        var store = Connect();
        for (var block = 0; block < 30; block++)
        {
            for (var part = 0; part < 20; part++)
            {
                await store.PutAsync(SampleEvents.Block(block, SampleEvents.Event((block * 100) + part)), None);
            }
        }

        var postings = await store.ReadPostingsAsync(PostingKind.All, "", DateOnly.MinValue, DateOnly.MaxValue, None).ToListAsync();

        Assert.Equal(30 * 20, postings.SelectMany(posting => EventRefCodec.Decode(posting.References)).Select(reference => reference.Id).Distinct().Count());
    }

    private static ObjectAccount Account(string key, long block, long received, long indexed, long duplicates, long rejected) =>
        new(SampleEvents.Source(key), block, received, indexed, duplicates, rejected) { Leaves = new byte[(int)(received * Hash256.Size)] };
}
