using System.Collections.Immutable;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Enrichment;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Core.Processing;

/// <summary>Takes one record through parsing, enrichment and detection. Pure: it writes nothing. One for each thread.</summary>
internal sealed class RecordProcessor(RuleSet? rules, ParsingLimits limits) : IDisposable
{
    private readonly RecordShape _shape = new();
    private readonly ActorCache _actors = new();
    private readonly LeafHasher _hasher = new();
    private readonly RuleMatcher? _matcher = rules is null ? null : new RuleMatcher(rules);

    public Hash256 Leaf(ReadOnlySpan<byte> bytes) => _hasher.Hash(bytes);

    /// <param name="time">The record's event time, which its block tells of whether the record is rejected or not.</param>
    /// <returns>The event; null with a reason where the record is rejected.</returns>
    public ReadRecord? Process(RecordReader reader, Hash256 leaf, ObjectSource source, out DateTimeOffset? time, out string? reason)
    {
        time = null;
        try
        {
            var record = _shape.Unwrap(reader.Tape.Root, out var own);
            time = EventParser.Time(record);
            reason = OverLimit(reader);
            return reason is null
                ? Process(record, time, own, leaf, new RecordPlace(source, reader.Index), out reason)
                : null;
        }
#pragma warning disable CA1031 // The one catch-all: whatever a record breaks, it costs that record alone, and is told.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            reason = $"an error of Sealtrail's own, please report it: {bug.GetType().Name}: {bug.Message}";
            return null;
        }
    }

    public void Dispose() => _hasher.Dispose();

    private string? OverLimit(RecordReader reader) =>
        reader.Length > limits.RecordBytes ? $"the record has {reader.Length:N0} bytes, more than the limit of {limits.RecordBytes:N0}"
        : reader.Tape.Depth > limits.Depth ? $"the record is nested {reader.Tape.Depth:N0} deep, more than the limit of {limits.Depth}"
        : null;

    private ReadRecord? Process(JsonValue record, DateTimeOffset? time, ReadOnlyMemory<byte>? own, Hash256 leaf, RecordPlace place, out string? reason)
    {
        var facts = EventParser.Parse(record, time, out reason);
        if (facts is null)
        {
            return null;
        }

        var digest = own is null ? leaf : Leaf(own.Value.Span);
        var (actor, origin) = (_actors.Read(record), OriginReader.Read(record));
        var e = new AuditEvent
        {
            Id = facts.Id is null ? EventId.FromDigest(digest) : new EventId(facts.Id, digest),
            Time = facts.Time,
            Account = facts.Account,
            Region = facts.Region,
            Service = facts.Service,
            Action = facts.Action,
            Category = facts.Category,
            Type = facts.Type,
            ReadOnly = facts.ReadOnly,
            Outcome = facts.Outcome,
            Actor = actor,
            Origin = origin,
            Tool = ToolReader.Read(record, facts.Type, actor, origin),
            Resources = ResourceReader.Read(record, facts.Service, facts.Action, facts.Account, facts.Region),
            EventVersion = facts.EventVersion,
            SharedEventId = facts.SharedEventId,
            Place = place,
            Leaf = leaf,
        };
        return new ReadRecord(e, Match(record));
    }

    private ImmutableArray<RuleSummary> Match(JsonValue record)
    {
        var matched = _matcher?.Match(record) ?? [];
        return matched.Count == 0 ? [] : [.. matched.Select(rule => rule.Summary)];
    }
}
