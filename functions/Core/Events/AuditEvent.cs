using System.Collections.Immutable;

namespace Sealtrail.Core.Events;

/// <summary>
/// One CloudTrail event as every stage after Parsing and Enrichment sees it. Strings are CloudTrail's own words;
/// what a record does not say is null or empty. The whole record stays in the archive at <see cref="Place"/>.
/// </summary>
public sealed record AuditEvent
{
    public required EventId Id { get; init; }

    /// <summary><c>eventTime</c> in UTC; null where the record has none that can be read.</summary>
    public required DateTimeOffset? Time { get; init; }

    /// <summary>The account whose trail holds the event: <c>recipientAccountId</c>, else the caller's account.</summary>
    public required string Account { get; init; }

    public required string Region { get; init; }

    /// <summary><c>eventSource</c>, such as <c>iam.amazonaws.com</c>.</summary>
    public required string Service { get; init; }

    /// <summary><c>eventName</c>, such as <c>CreateUser</c>.</summary>
    public required string Action { get; init; }

    public required EventCategory Category { get; init; }

    /// <summary><c>eventType</c>: AwsApiCall, AwsServiceEvent, AwsConsoleSignIn, AwsCloudTrailInsight…</summary>
    public required string Type { get; init; }

    public required bool? ReadOnly { get; init; }

    public required Outcome Outcome { get; init; }

    public required Actor Actor { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>Null where nothing tells the tool.</summary>
    public Tool? Tool { get; init; }

    /// <summary>
    /// ARNs where they can be known, otherwise names; in the order the record gives them, but what the call made first; without repeats,
    /// twenty at most.
    /// </summary>
    public required ImmutableArray<string> Resources { get; init; }

    public required string? EventVersion { get; init; }

    /// <summary>Links the copies of one event delivered to different accounts.</summary>
    public required string? SharedEventId { get; init; }

    public required RecordPlace Place { get; init; }

    /// <summary>The record leaf of the ledger: the hash of the record's bytes as they stand in the object.</summary>
    public required Hash256 Leaf { get; init; }

    /// <summary>The short name of the service: <c>iam</c> for <c>iam.amazonaws.com</c>.</summary>
    public string ServiceName
    {
        get
        {
            var dot = Service.IndexOf('.', StringComparison.Ordinal);
            return dot < 0 ? Service : Service[..dot];
        }
    }
}
