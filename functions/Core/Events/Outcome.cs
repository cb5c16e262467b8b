namespace Sealtrail.Core.Events;

public enum OutcomeKind
{
    Success,

    /// <summary>Refused for want of permission or of a valid sign-in.</summary>
    Denied,

    /// <summary>Failed for another reason: bad parameters, throttling, a missing resource.</summary>
    Failed,
}

/// <summary>How a call ended. Code and message are CloudTrail's <c>errorCode</c> and <c>errorMessage</c>.</summary>
public readonly record struct Outcome(OutcomeKind Kind, string? Code, string? Message);
