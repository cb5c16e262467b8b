using Sealtrail.Core.Events;

namespace Sealtrail.Core.Parsing;

/// <summary>What a record says of the call itself; who made it and from where is Enrichment's to tell.</summary>
internal sealed record EventFacts
{
    /// <summary>CloudTrail's <c>eventID</c>; null on old or odd records.</summary>
    public required string? Id { get; init; }

    public required DateTimeOffset? Time { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    public required string Action { get; init; }

    public required EventCategory Category { get; init; }

    public required string Type { get; init; }

    public required bool? ReadOnly { get; init; }

    public required Outcome Outcome { get; init; }

    public required string? EventVersion { get; init; }

    public required string? SharedEventId { get; init; }
}
