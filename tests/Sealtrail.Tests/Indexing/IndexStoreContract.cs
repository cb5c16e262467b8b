using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

/// <summary>What <see cref="IIndexStore"/> promises of events and postings, held against every adapter.</summary>
public abstract class IndexStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>A client of the one store under test; of its own, as another process would have.</summary>
    protected abstract IIndexStore Connect();

    [Fact]
    public async Task A_new_index_is_empty()
    {
        var store = Connect();

        Assert.Equal(new IndexTotals(0, 0, 0, 0, 0), await store.ReadTotalsAsync(None));
        Assert.Empty(await store.FindAsync(SampleEvents.Event(1).Id.Value, None));
        Assert.Empty(await store.SearchAsync(new EventQuery()));
        Assert.Empty(await store.ReadRejectionsAsync(None).ToListAsync());
    }

    [Fact]
    public async Task An_event_that_was_put_is_found_by_its_id_whole_and_by_every_client()
    {
        var random = new RandomEvents(7);
        var events = SampleEvents.Block(4, Enumerable.Range(0, 50).Select(random.Next));

        var outcomes = await Connect().PutAsync(events, None);

        Assert.All(outcomes, outcome => Assert.Equal(PutOutcome.Indexed, outcome));
        var other = Connect();
        foreach (var put in events)
        {
            Assert.Equal(put.Text(), Assert.Single(await other.FindAsync(put.Event.Id.Value, None)).Text());
        }
    }

    [Fact]
    public async Task Events_put_again_from_their_place_are_indexed_again_and_stand_once()
    {
        var store = Connect();
        var events = SampleEvents.Block(0, Enumerable.Range(0, 5).Select(i => SampleEvents.Event(i)));
        await store.PutAsync(events, None);
        var before = await store.SearchAsync(new EventQuery());

        var outcomes = await Connect().PutAsync(events, None);

        Assert.All(outcomes, outcome => Assert.Equal(PutOutcome.Indexed, outcome));
        Assert.Equal(before, await store.SearchAsync(new EventQuery()));
        Assert.Equal(5, before.Count);
    }

    [Fact]
    public async Task A_record_from_elsewhere_is_a_duplicate_and_leaves_the_first_where_it_is()
    {
        var store = Connect();
        var e = SampleEvents.Event(1);
        await store.PutAsync(SampleEvents.Block(0, e), None);

        var outcomes = await store.PutAsync(SampleEvents.Block(1, e.At("b", 9), SampleEvents.Event(2, "b")), None);

        Assert.Equal([PutOutcome.Duplicate, PutOutcome.Indexed], outcomes);
        Assert.Equal(new IndexedEvent(e, 0).Text(), Assert.Single(await store.FindAsync(e.Id.Value, None)).Text());
        Assert.Equal([SampleEvents.Event(2).Id.Value, e.Id.Value], await store.SearchAsync(new EventQuery()));
    }

    [Fact]
    public async Task A_duplicate_stays_one_however_often_it_is_put_again()
    {
        var store = Connect();
        var e = SampleEvents.Event(1);
        await store.PutAsync(SampleEvents.Block(0, e), None);
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal([PutOutcome.Duplicate], await store.PutAsync(SampleEvents.Block(1, e.At("b", 0)), None));
            Assert.Equal([PutOutcome.Indexed], await store.PutAsync(SampleEvents.Block(0, e), None));
        }

        Assert.Single(await store.SearchAsync(new EventQuery()));
    }

    [Fact]
    public async Task A_record_twice_in_one_object_is_indexed_at_its_first_place()
    {
        var store = Connect();
        var events = SampleEvents.Block(0, SampleEvents.Event(1), SampleEvents.Event(1).At("a.json.gz", 2));

        Assert.Equal([PutOutcome.Indexed, PutOutcome.Duplicate], await store.PutAsync(events, None));
        Assert.Equal([PutOutcome.Indexed, PutOutcome.Duplicate], await store.PutAsync(events, None));

        Assert.Equal(1, Assert.Single(await store.FindAsync(SampleEvents.Event(1).Id.Value, None)).Event.Place.Index);
    }

    [Fact]
    public async Task Records_that_share_an_id_but_not_their_bytes_are_kept_apart()
    {
        var store = Connect();
        var e = SampleEvents.Event(1);
        var forged = e.WithBytes("forged") with { Action = "DeleteTrail" };

        Assert.Equal([PutOutcome.Indexed], await store.PutAsync(SampleEvents.Block(0, e), None));
        Assert.Equal([PutOutcome.Indexed], await store.PutAsync(SampleEvents.Block(1, forged.At("b", 0)), None));

        Assert.Equal(["GetUser", "DeleteTrail"], (await store.FindAsync(e.Id.Value, None)).Select(found => found.Event.Action));
        Assert.Equal(2, (await store.SearchAsync(new EventQuery())).Count);
        Assert.Single(await store.SearchAsync(new EventQuery { Action = "DeleteTrail" }));
    }

    [Fact]
    public async Task References_are_read_whatever_their_order_and_those_that_are_gone_are_left_out()
    {
        var store = Connect();
        var events = Enumerable.Range(0, 6).Select(i => SampleEvents.Event(i)).ToList();
        await store.PutAsync(SampleEvents.Block(0, events), None);
        var references = events.AsEnumerable().Reverse().Append(SampleEvents.Event(99)).Append(events[0].WithBytes("other"))
            .Select(e => (e.Id.Value, e.Id.Digest.ToArray()[..EventRefCodec.DigestBytes])).ToList();

        var found = await store.ReadAsync(references, None);

        Assert.Equal(events.Select(e => e.Id.Value), found.Select(e => e.Event.Id.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Writers_at_once_agree_on_which_copy_of_a_record_has_the_row()
    {
        var clients = Enumerable.Range(0, 8).Select(_ => Connect()).ToList();

        var outcomes = await Task.WhenAll(clients.Select((client, i) => Task.Run(() => client.PutAsync(
            SampleEvents.Block(i, Enumerable.Range(0, 20).Select(place => SampleEvents.Event(place).At($"{i}", place))), None))));

        for (var place = 0; place < 20; place++)
        {
            var winner = Assert.Single(Enumerable.Range(0, 8), i => outcomes[i][place] == PutOutcome.Indexed);
            Assert.Equal(winner, Assert.Single(await Connect().FindAsync(SampleEvents.Event(place).Id.Value, None)).Block);
        }

        Assert.Equal(20, (await Connect().SearchAsync(new EventQuery())).Count);
    }
}
