namespace Sealtrail.Core.Alerting;

/// <summary>
/// Alerts, and the windows that suppress their repetition.
/// <para>Idempotence: every write may be repeated and leaves what one write leaves.</para>
/// <para>Consistency and concurrency: <see cref="OpenAsync"/> is atomic; of two calls at once for one key and window, one opens and the other is suppressed by it.</para>
/// <para>Durability: an alert that was opened is pending until it is marked as published, whatever happens to the process in between.</para>
/// <para>Errors: an exception means the outcome is unknown, and the caller repeats the call.</para>
/// </summary>
public interface IAlertStore
{
    /// <summary>
    /// Opens the alert, unless (in this order) one of the same id is there; or one of the same key whose event time is within the
    /// window; or <see cref="AlertLimits.MostOfARule"/> alerts of the same rule, storms not counted, are within the window.
    /// </summary>
    Task<OpenResult> OpenAsync(Alert alert, string key, AlertLimits limits, CancellationToken cancellation);

    /// <summary>Notes which matches in one block an alert stands for beside its own, in place of what was noted for that block before.</summary>
    Task SuppressAsync(string alertId, long block, AlertRepeats repeats, CancellationToken cancellation);

    /// <summary>Alerts not yet published, oldest event first, each with what it stands for so far.</summary>
    Task<IReadOnlyList<(Alert Alert, AlertRepeats Repeats)>> ReadPendingAsync(CancellationToken cancellation);

    Task MarkPublishedAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellation);

    /// <summary>All alerts that fit, newest event first, each with what it stands for.</summary>
    IAsyncEnumerable<(Alert Alert, AlertRepeats Repeats)> ReadAsync(AlertQuery query, CancellationToken cancellation);

    Task<AlertTotals> ReadTotalsAsync(CancellationToken cancellation);
}

public enum OpenStatus
{
    Opened,

    /// <summary>The same rule matched the same event before.</summary>
    AlreadyOpen,
    Suppressed,

    /// <summary>The rule has its share of alerts; nothing was written.</summary>
    Storm,
}

/// <param name="AlertId">The alert that stands for the match: the new one, the same one, or the one that suppresses it.</param>
/// <param name="Since">That alert's event time.</param>
public readonly record struct OpenResult(OpenStatus Status, string AlertId, DateTimeOffset? Since);

public sealed record AlertQuery
{
    public Events.RuleLevel Least { get; init; }

    public string? RuleId { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }
}

public sealed record AlertTotals(long Alerts, long Suppressed);
