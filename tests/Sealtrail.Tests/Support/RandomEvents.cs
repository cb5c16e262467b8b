using Sealtrail.Core.Events;

namespace Sealtrail.Tests.Support;

/// <summary>Random events: every field present and absent, every kind, texts of many scripts.</summary>
internal sealed class RandomEvents(int seed)
{
    private static readonly string[] Texts =
        ["alice", "", " ", "a/b:c", "Ünïcode ✓", "日本語", "\u202Ereversed", "line\nbreak\ttab\0nul", "quote\"and\\slash", "<script>&amp;'", "🙂", "\u007f\u0080", "AKIAEXAMPLE"];

    private readonly Random _random = new(seed);

    public AuditEvent Next(int place)
    {
        var digest = Hash();
        return new AuditEvent
        {
            Id = new EventId(Id(), digest),
            Leaf = Flip() ? digest : Hash(),
            Time = Flip() ? Time() : null,
            Account = Text(),
            Region = Text(),
            Service = Flip() ? "iam.amazonaws.com" : Text(),
            Action = Text(),
            Category = Any<EventCategory>(),
            Type = Text(),
            ReadOnly = Maybe(),
            Outcome = new Outcome(Any<OutcomeKind>(), Perhaps(), Perhaps()),
            Actor = Actor(),
            Origin = new Origin(Any<OriginKind>(), Perhaps(), Perhaps()),
            Resources = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Text())],
            EventVersion = Perhaps(),
            SharedEventId = Perhaps(),
            Place = new RecordPlace(ObjectSource.Create(Flip() ? "s3" : "file", Flip() ? "bucket" : "", Text() + "k", Text()), place),
        };
    }

    /// <summary>Ids in the form of CloudTrail's, and others that an encoder might take for them.</summary>
    public string Id() => _random.Next(6) switch
    {
        0 => Guid().ToString("D").ToUpperInvariant(),
        1 => Guid().ToString("N"),
        2 => "sha256-" + Hash().ToHex()[..32],
        3 => Text() + "x",
        _ => Guid().ToString("D"),
    };

    /// <summary>Whole seconds mostly, as CloudTrail has them; milliseconds; and the ends of what a time can be.</summary>
    public DateTimeOffset Time() => _random.Next(8) switch
    {
        0 => DateTimeOffset.MinValue,
        1 => DateTimeOffset.FromUnixTimeSeconds(253402300799),
        2 => DateTimeOffset.UnixEpoch.AddMilliseconds(-1),
        3 => DateTimeOffset.FromUnixTimeMilliseconds(_random.NextInt64(4_000_000_000_000)),
        _ => DateTimeOffset.FromUnixTimeSeconds(_random.NextInt64(4_000_000_000)),
    };

    public Hash256 Hash()
    {
        var bytes = new byte[Hash256.Size];
        _random.NextBytes(bytes);
        return new Hash256(bytes);
    }

    private Actor Actor() => new()
    {
        Kind = Any<ActorKind>(),
        Name = Text(),
        Arn = Perhaps(),
        Account = Perhaps(),
        PrincipalId = Perhaps(),
        SessionName = Perhaps(),
        Issuer = Perhaps(),
        Mfa = Maybe(),
        AccessKey = Perhaps(),
        InvokedBy = Perhaps(),
        SourceIdentity = Perhaps(),
        OnBehalfOf = Perhaps(),
        Human = Flip() ? new Human(Text(), Any<HumanEvidence>()) : null,
    };

    private Guid Guid()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private string Text() => Texts[_random.Next(Texts.Length)];

    private string? Perhaps() => Flip() ? Text() : null;

    private bool? Maybe() => Flip() ? Flip() : null;

    private bool Flip() => _random.Next(2) == 0;

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];
}
