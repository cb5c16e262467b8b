using Sealtrail.Core.Alerting;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Alerting;

/// <summary>An alert that was opened is pending until somebody has it.</summary>
public sealed class PublishingTests
{
    private const string Rules =
        """
        title: Trail stopped
        id: 3e2b1a60-1111-4222-8333-444455556666
        logsource: {product: aws, service: cloudtrail}
        detection: {sel: {eventName: StopLogging}, condition: sel}
        level: high
        """;

    [Fact]
    public async Task Alerts_are_published_oldest_event_first_and_once()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(30, actor: "c"), Samples.Match(10, actor: "a"), Samples.Match(11, actor: "a"), Samples.Match(20, actor: "b"));
        var notifier = new RecordingNotifier();

        await desk.PublishAsync(notifier);
        await desk.PublishAsync(notifier);

        Assert.Equal(["a+1", "b+0", "c+0"], notifier.Received);
    }

    [Fact]
    public async Task What_was_not_accepted_stays_pending_and_what_was_is_not_sent_again()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(1, actor: "a"), Samples.Match(2, actor: "b"), Samples.Match(3, actor: "c"));
        var notifier = new RecordingNotifier { FailsAt = "b" };
        await Assert.ThrowsAsync<IOException>(() => desk.PublishAsync(notifier));
        Assert.Equal(["a+0"], notifier.Received);

        notifier.FailsAt = null;
        await desk.PublishAsync(notifier);

        Assert.Equal(["a+0", "b+0", "c+0"], notifier.Received);
    }

    [Fact]
    public async Task Suppressed_matches_that_come_later_do_not_publish_an_alert_again()
    {
        using var desk = new Desk();
        var notifier = new RecordingNotifier();
        await desk.AlertAsync(1, Samples.Match(0));
        await desk.PublishAsync(notifier);
        await desk.AlertAsync(2, Samples.Match(5), Samples.Match(0));
        await desk.PublishAsync(notifier);

        Assert.Equal(["alice+0"], notifier.Received);
        Assert.Equal("0+1", await desk.StandingAsync());
    }

    [Fact]
    public async Task Alerts_of_a_process_that_died_before_it_published_are_published_by_the_next()
    {
        using var store = new TempStore();
        var source = store.Archive.Add("a.json.gz", Records.File(Records.Record(1, "StopLogging"), Records.Record(2)));
        using (var pipeline = store.Pipeline(Load()))
        {
            await pipeline.ProcessAsync([source], CancellationToken.None);
        }

        store.Reopen();
        var notifier = new RecordingNotifier();
        using var next = store.Pipeline(Load());
        await next.ProcessAsync([source], CancellationToken.None);
        await next.PublishPendingAsync(notifier, CancellationToken.None);
        await next.PublishPendingAsync(notifier, CancellationToken.None);

        Assert.Equal(["alice+0"], notifier.Received);
    }

    [Fact]
    public async Task A_crash_between_alert_and_completion_loses_no_alert_and_repeats_none()
    {
        using var store = new TempStore();
        var source = store.Archive.Add("a.json.gz", Records.File(Enumerable.Range(0, 5).Select(number => Records.Record(number, "StopLogging"))));
        for (var writes = 0; writes < 2; writes++)
        {
            using var crashing = store.Pipeline(Load(), alerts: new InterruptedAlerts(store.Alerts, writes));
            await Assert.ThrowsAsync<IOException>(() => crashing.ProcessAsync([source], CancellationToken.None));
        }

        using var pipeline = store.Pipeline(Load());
        await pipeline.ProcessAsync([source], CancellationToken.None);
        var notifier = new RecordingNotifier();
        await pipeline.PublishPendingAsync(notifier, CancellationToken.None);

        Assert.Equal(["alice+4"], notifier.Received);
    }

    [Fact]
    public async Task Records_that_are_redelivered_in_another_file_alert_nobody()
    {
        using var store = new TempStore();
        var first = store.Archive.Add("a.json.gz", Records.File(Records.Record(1, "StopLogging")));
        var second = store.Archive.Add("b.json.gz", Records.File(Records.Record(2), Records.Record(1, "StopLogging")));
        using var pipeline = store.Pipeline(Load());

        var results = await pipeline.ProcessAsync([first, second, first], CancellationToken.None);

        Assert.Equal([(1L, 0L), (0L, 0L), (1L, 0L)], results.Select(result => (result.Alerts, result.Suppressed)));
        Assert.Equal(new AlertTotals(1, 0), await store.Alerts.ReadTotalsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_list_of_alerts_is_newest_first_and_can_be_narrowed()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(0, actor: "a"), Samples.Match(60, actor: "b"), Samples.Match(120, actor: "c", rule: "rule-2"));
        var eight = Samples.Match(0).Event.Time!.Value;

        Assert.Equal("c b a", await Names(desk, new AlertQuery()));
        Assert.Equal("c", await Names(desk, new AlertQuery { RuleId = "rule-2" }));
        Assert.Equal("c b", await Names(desk, new AlertQuery { Since = eight.AddHours(1) }));
        Assert.Equal("a", await Names(desk, new AlertQuery { Until = eight.AddHours(1) }));
        Assert.Equal("c b a", await Names(desk, new AlertQuery { Least = RuleLevel.High }));
        Assert.Equal("", await Names(desk, new AlertQuery { Least = RuleLevel.Critical }));
    }

    private static async Task<string> Names(Desk desk, AlertQuery query) =>
        string.Join(' ', (await desk.Store.ReadAsync(query, CancellationToken.None).ToListAsync()).Select(row => row.Alert.Who));

    private static RuleSet Load() => RuleSet.Load([new RuleFile("rules.yml", Rules)]);
}
