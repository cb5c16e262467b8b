namespace Sealtrail.Core.Events;

/// <summary>
/// The names that a team has for where an event came from, its account and its actor; null for what has none. They are put on when an
/// event is read, never stored: a label file changes, and what the index says of a record must not.
/// </summary>
public sealed record EventLabels(string? Origin, string? Account, string? Actor)
{
    public bool IsEmpty => Origin is null && Account is null && Actor is null;
}
