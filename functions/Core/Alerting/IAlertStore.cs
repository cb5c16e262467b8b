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
    /// Opens the alert, unless one of the same id is there, or one of the same key whose event time is less than
    /// <paramref name="window"/> away. An event without a time is suppressed by any alert of its key.
    /// </summary>
    Task<OpenResult> OpenAsync(Alert alert, string key, TimeSpan window, CancellationToken cancellation);

    /// <summary>Notes how many matches in one block an alert suppressed, in place of what was noted for that block before.</summary>
    Task SuppressAsync(string alertId, long block, long count, CancellationToken cancellation);

    /// <summary>Alerts not yet published, oldest event first, each with the number it suppressed so far.</summary>
    Task<IReadOnlyList<(Alert Alert, long Suppressed)>> ReadPendingAsync(CancellationToken cancellation);

    Task MarkPublishedAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellation);

    /// <summary>All alerts that fit, newest event first, each with the number it suppressed.</summary>
    IAsyncEnumerable<(Alert Alert, long Suppressed)> ReadAsync(AlertQuery query, CancellationToken cancellation);

    Task<AlertTotals> ReadTotalsAsync(CancellationToken cancellation);
}

public enum OpenStatus
{
    Opened,

    /// <summary>The same rule matched the same event before.</summary>
    AlreadyOpen,
    Suppressed,
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
