using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

/// <summary>Over 1,500 events on many days, out of order and some without a time: every search gives what looking at each event gives.</summary>
public sealed class EventSearchPropertyTests : IAsyncLifetime, IDisposable
{
    private const int Blocks = 30;
    private const int EventsABlock = 55;

    private readonly TempStore _store = new();
    private readonly List<AuditEvent> _all = [];

    public async Task InitializeAsync()
    {
        var random = new Random(11);
        for (var block = 0; block < Blocks; block++)
        {
            var events = Enumerable.Range(0, EventsABlock).Select(i => Event(random, (block * EventsABlock) + i)).ToList();
            _all.AddRange(events);
            await _store.Index.PutAsync(SampleEvents.Block(block, events), CancellationToken.None);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_combination_of_filters_finds_exactly_what_fits()
    {
        var random = new Random(12);
        var found = 0;
        for (var i = 0; i < 250; i++)
        {
            var (query, fits) = Query(random);
            var expected = _all.Where(fits).Select(e => e.Id.Value).Order(StringComparer.Ordinal).ToList();

            var actual = await _store.Index.SearchAsync(query);

            Assert.Equal(expected, actual.Order(StringComparer.Ordinal));
            found += actual.Count;
        }

        Assert.True(found > 5_000, $"the queries found {found} events only");
    }

    [Fact]
    public async Task All_events_come_newest_first_over_every_day_and_page_without_repeats()
    {
        var actual = await _store.Index.SearchAsync(new EventQuery());

        var expected = _all.OrderByDescending(e => e.Time).ThenBy(e => e.Id.Value, StringComparer.Ordinal).Select(e => e.Id.Value);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task A_reader_who_stops_early_gets_the_newest()
    {
        var first = await new EventSearch(_store.Index).RunAsync(new EventQuery(), CancellationToken.None).Take(150).ToListAsync();

        var expected = _all.OrderByDescending(e => e.Time).ThenBy(e => e.Id.Value, StringComparer.Ordinal).Take(150).Select(e => e.Id.Value);
        Assert.Equal(expected, first.Select(e => e.Event.Id.Value));
    }

    public void Dispose() => _store.Dispose();

    private static AuditEvent Event(Random random, int number)
    {
        var user = $"user{random.Next(4)}";
        return SampleEvents.Event(number) with
        {
            // Half of all on one day, so that a day has many pages; the rest over two years.
            Time = random.Next(20) == 0 ? null : SampleEvents.Noon.AddSeconds(random.Next(20_000)).AddDays(random.Next(2) * random.Next(-700, 30)),
            Account = $"{random.Next(2)}11122223333",
            Region = $"region-{random.Next(3)}",
            Action = $"Action{random.Next(3)}",
            Outcome = new Outcome(random.Next(4) == 0 ? OutcomeKind.Denied : OutcomeKind.Success, null, null),
            Actor = new Actor { Kind = ActorKind.IamUser, Name = user, Arn = $"arn:aws:iam::1:user/{user}", AccessKey = $"AKIA{random.Next(5)}" },
            Origin = new Origin(OriginKind.Public, $"203.0.113.{random.Next(3)}", null),
            Resources = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"arn:aws:s3:::bucket{random.Next(3)}")],
        };
    }

    private static (EventQuery Query, Func<AuditEvent, bool> Fits) Query(Random random)
    {
        var query = new EventQuery();
        Func<AuditEvent, bool> fits = _ => true;
        var (n, time) = (random.Next(4), SampleEvents.Noon.AddSeconds(random.Next(-20_000, 20_000)).AddDays(random.Next(-600, 2)));
        Add(query with { Actor = $"user{n}" }, e => e.Actor.Name == $"user{n}");
        Add(query with { Resource = $"bucket{n}" }, e => e.Resources.Contains($"arn:aws:s3:::bucket{n}"));
        Add(query with { Action = $"iam:Action{n}" }, e => e.Action == $"Action{n}");
        Add(query with { SourceAddress = $"203.0.113.{n}" }, e => e.Origin.Address == $"203.0.113.{n}");
        Add(query with { AccessKey = $"AKIA{n}" }, e => e.Actor.AccessKey == $"AKIA{n}");
        Add(query with { Account = $"{n % 2}11122223333" }, e => e.Account == $"{n % 2}11122223333");
        Add(query with { Region = $"region-{n}" }, e => e.Region == $"region-{n}");
        Add(query with { FailedOnly = true }, e => e.Outcome.Kind != OutcomeKind.Success);
        Add(query with { Since = time }, e => e.Time >= time);
        Add(query with { Until = time.AddDays(50) }, e => e.Time < time.AddDays(50));
        return (query, fits);

        void Add(EventQuery with, Func<AuditEvent, bool> and)
        {
            if (random.Next(5) == 0)
            {
                var before = fits;
                query = with;
                fits = e => before(e) && and(e);
            }
        }
    }
}
