namespace Sealtrail.Core.Alerting;

/// <summary>How many alerts a block opened and how many of its matches were suppressed.</summary>
public readonly record struct AlertCounts(long Opened, long Suppressed);

/// <summary>
/// Turns matches into alerts. The first match of a rule by one actor on one resource opens an alert; what follows within the
/// window is counted. A rule that has opened its share of alerts opens one more, for the storm, which counts all the rest.
/// </summary>
public sealed class AlertDesk(IAlertStore store, AlertLimits limits)
{
    /// <summary>Begins with a block's matches. Safe to repeat for the same block: the same alerts, the same counts.</summary>
    public BlockAlerts Begin(long block) => new(store, limits, block);

    /// <summary>Publishes what is pending, oldest first; each is marked once it is in safe hands.</summary>
    public async Task PublishPendingAsync(INotifier notifier, CancellationToken cancellation)
    {
        foreach (var (alert, repeats) in await store.ReadPendingAsync(cancellation))
        {
            await notifier.PublishAsync(alert, repeats, cancellation);
            await store.MarkPublishedAsync([alert.Id], cancellation);
        }
    }
}
