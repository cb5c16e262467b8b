using Sealtrail.Core.Alerting;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Alerting;

/// <summary>An alert desk with a window of an hour on a store of its own.</summary>
internal sealed class Desk : IDisposable
{
    private readonly TempStore _store = new();

    public IAlertStore Store => _store.Alerts;

    /// <summary>Without a limit of a rule: what a storm does is tested apart.</summary>
    public static AlertLimits Hour { get; } = new(TimeSpan.FromHours(1), int.MaxValue);

    public Task<AlertCounts> AlertAsync(long block, params AlertMatch[] matches) => AlertAsync(Store, block, matches);

    public static async Task<AlertCounts> AlertAsync(IAlertStore store, long block, params AlertMatch[] matches)
    {
        var alerts = new AlertDesk(store, Hour).Begin(block);
        await alerts.AddAsync(matches, CancellationToken.None);
        return await alerts.FinishAsync(CancellationToken.None);
    }

    public Task PublishAsync(INotifier notifier) => new AlertDesk(Store, Hour).PublishPendingAsync(notifier, CancellationToken.None);

    /// <summary>The alerts of the store, oldest first, as "minutes after eight+number suppressed".</summary>
    public async Task<string> StandingAsync()
    {
        var all = await Store.ReadAsync(new AlertQuery(), CancellationToken.None).ToListAsync();
        var totals = await Store.ReadTotalsAsync(CancellationToken.None);
        Assert.Equal((all.Count, all.Sum(row => row.Repeats.Count)), ((int)totals.Alerts, totals.Suppressed));
        return string.Join(' ', Enumerable.Reverse(all).Select(row =>
            $"{(row.Alert.Time is { } time ? $"{(time - Samples.Match(0).Event.Time!.Value).TotalMinutes:0.###}" : "none")}+{row.Repeats.Count}"));
    }

    public void Dispose() => _store.Dispose();
}
