using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>An event as the index holds it, with the block that seals its object.</summary>
public sealed record IndexedEvent(AuditEvent Event, long Block)
{
    public EventRef Reference => new(Event.Time, Event.Id);
}

/// <summary>Points from a posting to an event.</summary>
public readonly record struct EventRef(DateTimeOffset? Time, EventId Id);

public enum PutOutcome
{
    /// <summary>The row is this record's: new, or put by an earlier try at the same object.</summary>
    Indexed,

    /// <summary>The same record of another place has the row: a redelivery.</summary>
    Duplicate,
}
