namespace Sealtrail.Core.Indexing;

public enum PostingKind
{
    /// <summary>Every event; the value is empty.</summary>
    All = 0,
    Actor = 1,
    Resource = 2,
    Action = 3,
    SourceAddress = 4,
    AccessKey = 5,
    Account = 6,

    /// <summary>Account and region, with a slash between them.</summary>
    Region = 7,

    /// <summary>Every denied or failed event; the value is empty.</summary>
    Failure = 8,
}

/// <summary>
/// All events of one invocation that share a value on one day: one item of the store, however many events. Values are in
/// lower case; the day is that of the event time, <see cref="DateOnly.MinValue"/> for events without one.
/// </summary>
public sealed record Posting(PostingKind Kind, string Value, DateOnly Day, IReadOnlyList<EventRef> Events);
