using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

public sealed class EventSearchTimeTests : IDisposable
{
    private readonly TempStore _store = new();

    [Fact]
    public async Task Since_is_inclusive_and_until_is_not()
    {
        await PutAsync([.. Enumerable.Range(0, 5).Select(i => SampleEvents.Event(i))]);

        Assert.Equal([Id(3), Id(2), Id(1)], await SearchAsync(new EventQuery { Since = SampleEvents.Noon.AddSeconds(1), Until = SampleEvents.Noon.AddSeconds(4) }));
        Assert.Empty(await SearchAsync(new EventQuery { Since = SampleEvents.Noon.AddSeconds(2), Until = SampleEvents.Noon.AddSeconds(2) }));
        Assert.Empty(await SearchAsync(new EventQuery { Since = SampleEvents.Noon.AddDays(1) }));
        Assert.Empty(await SearchAsync(new EventQuery { Until = SampleEvents.Noon }));
    }

    [Fact]
    public async Task A_bound_with_an_offset_means_the_same_moment()
    {
        await PutAsync(SampleEvents.Event(0) with { Time = new DateTimeOffset(2026, 11, 9, 23, 30, 0, TimeSpan.Zero) });

        Assert.Single(await SearchAsync(new EventQuery { Since = new DateTimeOffset(2026, 11, 10, 1, 0, 0, TimeSpan.FromHours(2)) }));
        Assert.Empty(await SearchAsync(new EventQuery { Until = new DateTimeOffset(2026, 11, 10, 1, 0, 0, TimeSpan.FromHours(2)) }));
    }

    [Fact]
    public async Task Late_events_stand_where_their_time_puts_them_and_timeless_ones_at_the_end()
    {
        await _store.Index.PutAsync(SampleEvents.Block(0, SampleEvents.Event(1) with { Time = SampleEvents.Noon.AddDays(2) }), CancellationToken.None);
        await _store.Index.PutAsync(SampleEvents.Block(1, SampleEvents.Event(2) with { Time = SampleEvents.Noon.AddDays(-300) }), CancellationToken.None);
        await _store.Index.PutAsync(SampleEvents.Block(2, SampleEvents.Event(3) with { Time = null }), CancellationToken.None);
        await _store.Index.PutAsync(SampleEvents.Block(3, SampleEvents.Event(4) with { Time = SampleEvents.Noon.AddDays(2).AddSeconds(-5) }), CancellationToken.None);

        Assert.Equal([Id(1), Id(4), Id(2), Id(3)], await SearchAsync(new EventQuery { Actor = "alice" }));
        Assert.Equal([Id(1), Id(4), Id(2)], await SearchAsync(new EventQuery { Since = DateTimeOffset.MinValue }));
        Assert.Equal([Id(2)], await SearchAsync(new EventQuery { Until = SampleEvents.Noon }));
    }

    [Fact]
    public async Task The_first_and_the_last_day_of_all_are_searched_too()
    {
        await PutAsync(
            SampleEvents.Event(1) with { Time = DateTimeOffset.MinValue },
            SampleEvents.Event(2) with { Time = DateTimeOffset.MaxValue.AddTicks(-9_999) });

        Assert.Equal([Id(2), Id(1)], await SearchAsync(new EventQuery()));
        Assert.Equal([Id(1)], await SearchAsync(new EventQuery { Since = DateTimeOffset.MinValue, Until = SampleEvents.Noon }));
        Assert.Equal([Id(2)], await SearchAsync(new EventQuery { Since = SampleEvents.Noon, Until = DateTimeOffset.MaxValue }));
    }

    public void Dispose() => _store.Dispose();

    private static string Id(int number) => SampleEvents.Event(number).Id.Value;

    private Task<List<string>> SearchAsync(EventQuery query) => _store.Index.SearchAsync(query);

    private Task<IReadOnlyList<PutOutcome>> PutAsync(params AuditEvent[] events) => _store.Index.PutAsync(SampleEvents.Block(0, events), CancellationToken.None);
}
