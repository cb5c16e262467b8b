using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

/// <summary>What <see cref="IAlertStore"/> promises, held against every adapter.</summary>
public abstract class AlertStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly AlertLimits Hour = new(TimeSpan.FromHours(1), int.MaxValue);

    protected abstract IAlertStore Connect();

    [Fact]
    public async Task A_new_store_has_no_alerts()
    {
        Assert.Equal(new AlertTotals(0, 0), await Connect().ReadTotalsAsync(None));
        Assert.Empty(await Connect().ReadPendingAsync(None));
        Assert.Empty(await Connect().ReadAsync(new AlertQuery(), None).ToListAsync());
    }

    [Fact]
    public async Task An_opened_alert_is_pending_for_every_client_until_it_is_marked()
    {
        var alert = Alert(1, 0);

        var opened = await Connect().OpenAsync(alert, "key", Hour, None);

        Assert.Equal(new OpenResult(OpenStatus.Opened, alert.Id, alert.Time), opened);
        Assert.Equal((AlertJson.Write(alert), 0), Text(Assert.Single(await Connect().ReadPendingAsync(None))));
        await Connect().MarkPublishedAsync([alert.Id], None);
        await Connect().MarkPublishedAsync([alert.Id, "unknown"], None);
        Assert.Empty(await Connect().ReadPendingAsync(None));
        Assert.Equal((AlertJson.Write(alert), 0), Text(Assert.Single(await Connect().ReadAsync(new AlertQuery(), None).ToListAsync())));
    }

    [Fact]
    public async Task The_same_alert_again_is_already_open_and_not_pending_anew()
    {
        var alert = Alert(1, 0);
        await Connect().OpenAsync(alert, "key", Hour, None);
        await Connect().MarkPublishedAsync([alert.Id], None);

        var again = await Connect().OpenAsync(alert with { Block = 7 }, "key", Hour, None);

        Assert.Equal(new OpenResult(OpenStatus.AlreadyOpen, alert.Id, alert.Time), again);
        Assert.Empty(await Connect().ReadPendingAsync(None));
        Assert.Equal(new AlertTotals(1, 0), await Connect().ReadTotalsAsync(None));
    }

    [Theory]
    [InlineData(0, OpenStatus.Suppressed)]
    [InlineData(59, OpenStatus.Suppressed)]
    [InlineData(60, OpenStatus.Opened)]
    [InlineData(-59, OpenStatus.Suppressed)]
    [InlineData(-60, OpenStatus.Opened)]
    [InlineData(600, OpenStatus.Opened)]
    [InlineData(null, OpenStatus.Suppressed)]
    public async Task A_match_of_the_same_key_opens_only_outside_the_window_before_or_after(int? minutes, OpenStatus expected)
    {
        var store = Connect();
        var first = Alert(1, 0);
        await store.OpenAsync(first, "key", Hour, None);

        var result = await store.OpenAsync(Alert(2, minutes), "key", Hour, None);

        Assert.Equal(expected, result.Status);
        Assert.Equal(expected == OpenStatus.Suppressed ? first.Id : Alert(2, minutes).Id, result.AlertId);
        Assert.Equal(expected == OpenStatus.Suppressed ? first.Time : Alert(2, minutes).Time, result.Since);
    }

    [Fact]
    public async Task Another_key_is_not_suppressed()
    {
        var store = Connect();
        await store.OpenAsync(Alert(1, 0), "key", Hour, None);

        Assert.Equal(OpenStatus.Opened, (await store.OpenAsync(Alert(2, 0), "Key", Hour, None)).Status);
        Assert.Equal(OpenStatus.Opened, (await store.OpenAsync(Alert(3, 0), "key\nmore", Hour, None)).Status);
    }

    [Fact]
    public async Task An_alert_without_a_time_suppresses_all_of_its_key()
    {
        var store = Connect();
        await store.OpenAsync(Alert(1, null), "key", Hour, None);

        Assert.Equal(new OpenResult(OpenStatus.Suppressed, Alert(1, null).Id, null), await store.OpenAsync(Alert(2, 500), "key", Hour, None));
    }

    [Fact]
    public async Task Of_eight_matches_at_once_one_opens_and_the_others_are_suppressed_by_it()
    {
        var clients = Enumerable.Range(0, 8).Select(_ => Connect()).ToList();

        var results = await Task.WhenAll(clients.Select((client, i) => Task.Run(() => client.OpenAsync(Alert(i, i), "key", Hour, None))));

        var opened = Assert.Single(results, result => result.Status == OpenStatus.Opened);
        Assert.All(results, result => Assert.Equal(opened.AlertId, result.AlertId));
        Assert.Equal(new AlertTotals(1, 0), await Connect().ReadTotalsAsync(None));
    }

    [Fact]
    public async Task What_an_alert_suppressed_is_summed_over_blocks_and_replaced_within_one()
    {
        var store = Connect();
        await store.OpenAsync(Alert(1, 0), "key", Hour, None);
        await store.SuppressAsync(Alert(1, 0).Id, 3, AlertRepeats.None with { Count = 10 }, None);
        await store.SuppressAsync(Alert(1, 0).Id, 4, AlertRepeats.None with { Count = 5 }, None);
        await store.SuppressAsync(Alert(1, 0).Id, 3, AlertRepeats.None with { Count = 11 }, None);
        await store.SuppressAsync(Alert(1, 0).Id, 3, AlertRepeats.None with { Count = 11 }, None);

        Assert.Equal(16, Assert.Single(await Connect().ReadPendingAsync(None)).Repeats.Count);
        Assert.Equal(16, Assert.Single(await Connect().ReadAsync(new AlertQuery(), None).ToListAsync()).Repeats.Count);
        Assert.Equal(new AlertTotals(1, 16), await Connect().ReadTotalsAsync(None));
    }

    [Fact]
    public async Task Pending_alerts_come_oldest_event_first_and_listed_ones_newest_first()
    {
        var store = Connect();
        foreach (var minutes in new[] { 300, 100, 500, 200 })
        {
            await store.OpenAsync(Alert(minutes, minutes), $"{minutes}", Hour, None);
        }

        Assert.Equal([100, 200, 300, 500], (await store.ReadPendingAsync(None)).Select(row => Minutes(row.Alert)));
        Assert.Equal([500, 300, 200, 100], (await store.ReadAsync(new AlertQuery(), None).ToListAsync()).Select(row => Minutes(row.Alert)));
    }

    [Fact]
    public async Task Alerts_are_listed_by_level_rule_and_time()
    {
        var store = Connect();
        foreach (var level in Enum.GetValues<RuleLevel>())
        {
            await store.OpenAsync(Alert((int)level, 100 * (int)level) with { Level = level, RuleId = $"rule-{(int)level % 2}" }, $"{level}", Hour, None);
        }

        Assert.Equal([400, 300], await ListAsync(new AlertQuery { Least = RuleLevel.High }));
        Assert.Equal([300, 100], await ListAsync(new AlertQuery { RuleId = "rule-1" }));
        Assert.Equal([200, 100], await ListAsync(new AlertQuery { Since = At(100), Until = At(300) }));
        Assert.Equal([200], await ListAsync(new AlertQuery { Least = RuleLevel.Low, RuleId = "rule-0", Until = At(400) }));

        async Task<IEnumerable<int>> ListAsync(AlertQuery query) => (await store.ReadAsync(query, None).ToListAsync()).Select(row => Minutes(row.Alert));
    }

    private static (string, long) Text((Alert Alert, AlertRepeats Repeats) row) => (AlertJson.Write(row.Alert), row.Repeats.Count);

    private static DateTimeOffset At(int minutes) => SampleEvents.Noon.AddMinutes(minutes);

    private static int Minutes(Alert alert) => (int)(alert.Time!.Value - SampleEvents.Noon).TotalMinutes;

    private static Alert Alert(int number, int? minutes) => Core.Alerting.Alert.Of(
        new RuleSummary("rule", "Rule \"ä\"", RuleLevel.High, "What it means", ["Do this", "then that"]),
        SampleEvents.Event(number) with { Time = minutes is { } m ? At(m) : null, Resources = ["arn:aws:s3:::bucket"] }, 5);
}
