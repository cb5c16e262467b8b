namespace Sealtrail.Core.Alerting;

/// <summary>How many alerts a block opened and how many of its matches were suppressed.</summary>
public readonly record struct AlertCounts(long Opened, long Suppressed);

/// <summary>
/// Turns the matches of a block into alerts. The first match of a rule by one actor on one resource opens an alert; what
/// follows within the window is counted, with one write for each alert and block, not for each match.
/// </summary>
public sealed class AlertDesk(IAlertStore store, TimeSpan window)
{
    /// <summary>Safe to repeat for the same block: the same alerts, the same counts.</summary>
    /// <param name="matches">The matches of the block's indexed events (not of redelivered ones).</param>
    public async Task<AlertCounts> AlertAsync(long block, IReadOnlyList<AlertMatch> matches, CancellationToken cancellation)
    {
        var standing = new Dictionary<string, OpenResult>();
        var suppressed = new Dictionary<string, long>();
        var opened = 0L;
        foreach (var match in matches.OrderBy(match => match.Event.Time).ThenBy(match => match.Event.Place.Index))
        {
            if (!standing.TryGetValue(match.Key, out var by) || !Suppresses(by, match))
            {
                var result = await store.OpenAsync(Alert.Of(match.Rule, match.Event, block), match.Key, window, cancellation);
                standing[match.Key] = result;
                opened += result.Status == OpenStatus.Opened ? 1 : 0;
                if (result.Status != OpenStatus.Suppressed)
                {
                    continue;
                }

                by = result;
            }

            suppressed[by.AlertId] = suppressed.GetValueOrDefault(by.AlertId) + 1;
        }

        foreach (var (alertId, count) in suppressed)
        {
            await store.SuppressAsync(alertId, block, count, cancellation);
        }

        return new AlertCounts(opened, suppressed.Values.Sum());
    }

    /// <summary>Publishes what is pending, oldest first; each is marked once it is in safe hands.</summary>
    public async Task PublishPendingAsync(INotifier notifier, CancellationToken cancellation)
    {
        foreach (var (alert, suppressed) in await store.ReadPendingAsync(cancellation))
        {
            await notifier.PublishAsync(alert, suppressed, cancellation);
            await store.MarkPublishedAsync([alert.Id], cancellation);
        }
    }

    /// <summary>What the store would answer, told without asking it: a storm costs no read for each match.</summary>
    private bool Suppresses(OpenResult alert, AlertMatch match) =>
        Alert.IdOf(match.Rule.Id, match.Event.Id.Value) != alert.AlertId && AlertWindow.Covers(alert.Since, match.Event.Time, window);
}
