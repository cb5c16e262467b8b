namespace Sealtrail.Core.Events;

/// <summary>
/// What tells one event from another. <see cref="Value"/> is CloudTrail's <c>eventID</c>, or
/// <c>sha256-</c> and the first 32 hexadecimal digits of the record's digest where the record has none.
/// <see cref="Digest"/> is the leaf hash of the CloudTrail record's own bytes: two records that share
/// an eventID but not their bytes are two events, so that neither can hide the other.
/// </summary>
public readonly record struct EventId(string Value, Hash256 Digest)
{
    public static EventId FromDigest(Hash256 digest) => new("sha256-" + digest.ToHex()[..32], digest);

    public override string ToString() => Value;
}
