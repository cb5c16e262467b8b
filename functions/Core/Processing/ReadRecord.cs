using System.Collections.Immutable;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Processing;

/// <summary>An event with the rules it matched.</summary>
internal sealed record ReadRecord(AuditEvent Event, ImmutableArray<RuleSummary> Matches);

/// <summary>Everything that reading an object found out, before anything was written.</summary>
/// <param name="Records">The events in file order; null where there are too many to keep, and they are read again part by part.</param>
internal sealed record ReadObject(
    BlockDraft Draft,
    long Received,
    long Rejected,
    ImmutableArray<Rejection> Rejections,
    byte[] Leaves,
    IReadOnlyList<ReadRecord>? Records,
    long InflatedBytes);
