using Sealtrail.Core.Alerting;

namespace Sealtrail.Tests.Alerting;

/// <summary>An alert store of which every write after the first few takes effect and then fails, as a lost connection does.</summary>
internal sealed class InterruptedAlerts(IAlertStore store, int writes) : IAlertStore
{
    private int _left = writes;

    public async Task<OpenResult> OpenAsync(Alert alert, string key, AlertLimits limits, CancellationToken cancellation)
    {
        var result = await store.OpenAsync(alert, key, limits, cancellation);
        Count();
        return result;
    }

    public async Task SuppressAsync(string alertId, long block, AlertRepeats repeats, CancellationToken cancellation)
    {
        await store.SuppressAsync(alertId, block, repeats, cancellation);
        Count();
    }

    public Task<IReadOnlyList<(Alert Alert, AlertRepeats Repeats)>> ReadPendingAsync(CancellationToken cancellation) => store.ReadPendingAsync(cancellation);

    public async Task MarkPublishedAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellation)
    {
        await store.MarkPublishedAsync(alertIds, cancellation);
        Count();
    }

    public IAsyncEnumerable<(Alert Alert, AlertRepeats Repeats)> ReadAsync(AlertQuery query, CancellationToken cancellation) => store.ReadAsync(query, cancellation);

    public Task<AlertTotals> ReadTotalsAsync(CancellationToken cancellation) => store.ReadTotalsAsync(cancellation);

    private void Count()
    {
        if (_left-- == 0)
        {
            throw new IOException("the connection is gone");
        }
    }
}
