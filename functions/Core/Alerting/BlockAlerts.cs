namespace Sealtrail.Core.Alerting;

/// <summary>
/// The alerts of one block, taken in part by part. A storm costs the store no read and no write for each match: what an alert
/// stands for in a block is written once, at the end.
/// </summary>
public sealed class BlockAlerts
{
    private readonly IAlertStore _store;
    private readonly AlertLimits _limits;
    private readonly long _block;
    private readonly Dictionary<string, OpenResult> _standing = [];
    private readonly Dictionary<string, AlertRepeats> _repeats = [];
    private long _opened;

    internal BlockAlerts(IAlertStore store, AlertLimits limits, long block)
    {
        _store = store;
        _limits = limits;
        _block = block;
    }

    /// <param name="matches">Of events that are indexed (not of redelivered ones).</param>
    public async Task AddAsync(IEnumerable<AlertMatch> matches, CancellationToken cancellation)
    {
        foreach (var match in matches.OrderBy(match => match.Event.Time).ThenBy(match => match.Event.Place.Index))
        {
            if ((Standing(match.Key, match) ?? Standing(match.StormKey, match)) is { } alert)
            {
                Repeat(alert, match);
                continue;
            }

            var result = await _store.OpenAsync(Alert.Of(match.Rule, match.Event, _block), match.Key, _limits, cancellation);
            if (result.Status == OpenStatus.Storm)
            {
                result = await _store.OpenAsync(
                    Alert.StormOf(match.Rule, match.Event, _block), match.StormKey, _limits with { MostOfARule = int.MaxValue }, cancellation);
                _standing[match.StormKey] = result;
            }
            else
            {
                _standing[match.Key] = result;
            }

            _opened += result.Status == OpenStatus.Opened ? 1 : 0;
            if (result.Status == OpenStatus.Suppressed)
            {
                Repeat(result, match);
            }
        }
    }

    /// <summary>Writes the counts: the last of a block's effects on alerts.</summary>
    public async Task<AlertCounts> FinishAsync(CancellationToken cancellation)
    {
        foreach (var (alertId, repeats) in _repeats)
        {
            await _store.SuppressAsync(alertId, _block, repeats, cancellation);
        }

        return new AlertCounts(_opened, _repeats.Values.Sum(repeats => repeats.Count));
    }

    private void Repeat(OpenResult alert, AlertMatch match) =>
        _repeats[alert.AlertId] = _repeats.GetValueOrDefault(alert.AlertId, AlertRepeats.None).With(match.Event);

    /// <summary>
    /// What the store would answer, told without asking it. The event that opened the alert, met again, is asked for: it is no repeat.
    /// </summary>
    private OpenResult? Standing(string key, AlertMatch match) =>
        _standing.TryGetValue(key, out var alert)
        && alert.AlertId != Alert.IdOf(match.Rule.Id, match.Event.Id.Value)
        && alert.AlertId != Alert.StormIdOf(match.Rule.Id, match.Event.Id.Value)
        && _limits.Covers(alert.Since, match.Event.Time)
            ? alert
            : null;
}
