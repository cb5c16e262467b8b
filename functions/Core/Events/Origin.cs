namespace Sealtrail.Core.Events;

public enum OriginKind
{
    /// <summary>The record has no <c>sourceIPAddress</c>.</summary>
    Absent,
    Public,

    /// <summary>RFC 1918, shared (RFC 6598), loopback, link-local and unique local addresses.</summary>
    Private,

    /// <summary>A service name such as <c>cloudformation.amazonaws.com</c>.</summary>
    AwsService,

    /// <summary>The literal <c>AWS Internal</c>.</summary>
    AwsInternal,

    /// <summary>Text that is none of these; kept as it stands.</summary>
    Malformed,
}

/// <summary>Where a call came from. An IP address is in its canonical form (leading zeros are decimal, never octal).</summary>
public sealed record Origin(OriginKind Kind, string? Address, string? UserAgent);
