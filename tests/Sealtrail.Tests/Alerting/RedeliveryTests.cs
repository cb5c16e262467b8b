using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Alerting;

/// <summary>The same events again: after a crash, or in another file.</summary>
public sealed class RedeliveryTests
{
    [Fact]
    public async Task A_block_that_is_repeated_opens_nothing_and_counts_nothing_twice()
    {
        using var desk = new Desk();
        AlertMatch[] matches = [Samples.Match(0), Samples.Match(10), Samples.Match(30), Samples.Match(90), Samples.Match(100)];
        await desk.AlertAsync(1, matches);
        Assert.Equal("0+2 90+1", await desk.StandingAsync());

        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(0, (await desk.AlertAsync(1, matches)).Opened);
        }

        Assert.Equal("0+2 90+1", await desk.StandingAsync());
    }

    [Fact]
    public async Task The_same_event_in_a_later_block_neither_alerts_nor_counts()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(0));

        Assert.Equal(new AlertCounts(0, 0), await desk.AlertAsync(2, Samples.Match(0)));
        Assert.Equal("0+0", await desk.StandingAsync());
    }

    [Fact]
    public async Task An_event_alerts_once_for_each_rule_that_it_matches()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(0), Samples.Match(0, rule: "rule-2"));
        await desk.AlertAsync(1, Samples.Match(0, rule: "rule-2"), Samples.Match(0));

        Assert.Equal("0+0 0+0", await desk.StandingAsync());
    }

    [Fact]
    public async Task A_crash_before_the_counts_are_written_is_mended_by_the_repetition()
    {
        using var desk = new Desk();
        AlertMatch[] matches = [Samples.Match(0), Samples.Match(10), Samples.Match(90), Samples.Match(95)];
        for (var writes = 0; writes < 4; writes++)
        {
            var crashing = new InterruptedAlerts(desk.Store, writes);
            await Assert.ThrowsAsync<IOException>(() => Desk.AlertAsync(crashing, 1, matches));
        }

        await desk.AlertAsync(1, matches);

        Assert.Equal("0+1 90+1", await desk.StandingAsync());
    }

    [Fact]
    public async Task An_alert_keeps_the_block_of_its_first_delivery()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(0));
        await desk.AlertAsync(2, Samples.Match(0));

        var (alert, _) = Assert.Single(await desk.Store.ReadAsync(new AlertQuery(), CancellationToken.None).ToListAsync());

        Assert.Equal(1, alert.Block);
    }

    [Fact]
    public async Task A_repeated_block_counts_nothing_twice_where_a_nearer_alert_was_opened_by_it()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(0));
        AlertMatch[] matches = [Samples.Match(40), Samples.Match(65)];
        await desk.AlertAsync(2, matches);
        Assert.Equal("0+1 65+0", await desk.StandingAsync());

        await desk.AlertAsync(2, matches);

        Assert.Equal(new AlertTotals(2, 1), await desk.Store.ReadTotalsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_repeated_block_counts_nothing_twice_where_a_nearer_alert_was_opened_after_it()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(120));
        await desk.AlertAsync(2, Samples.Match(70));
        await desk.AlertAsync(3, Samples.Match(35));
        Assert.Equal("35+0 120+1", await desk.StandingAsync());

        await desk.AlertAsync(2, Samples.Match(70));

        Assert.Equal(new AlertTotals(2, 1), await desk.Store.ReadTotalsAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_match_is_counted_once_though_any_block_is_repeated_at_any_time(int seed)
    {
        using var desk = new Desk();
        var random = new Random(seed);
        var blocks = Enumerable.Range(0, 10)
            .Select(block => Enumerable.Range(0, 20).Select(place => Samples.Match(random.Next(600), place: (100 * block) + place)).ToArray())
            .ToArray();
        for (var round = 0; round < 30; round++)
        {
            var block = round < 10 ? round : random.Next(10);
            await desk.AlertAsync(block, blocks[block]);
        }

        var totals = await desk.Store.ReadTotalsAsync(CancellationToken.None);
        Assert.Equal(200, totals.Alerts + totals.Suppressed);
    }
}
