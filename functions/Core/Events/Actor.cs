namespace Sealtrail.Core.Events;

/// <summary>The identity types of CloudTrail's <c>userIdentity.type</c>.</summary>
public enum ActorKind
{
    Unknown,
    IamUser,
    Root,
    AssumedRole,
    FederatedUser,
    SamlUser,
    WebIdentityUser,
    AwsAccount,
    AwsService,
    IdentityCenterUser,
}

/// <summary>Who vouches for the human named behind a call.</summary>
public enum HumanEvidence
{
    /// <summary>AWS set the name: an IAM user, root, IAM Identity Center, a source identity, a federation assertion.</summary>
    Asserted,

    /// <summary>The caller chose the name: the session name of an ordinary assumed role.</summary>
    Claimed,
}

/// <summary>The person a call leads to, as far as this one record tells.</summary>
public sealed record Human(string Name, HumanEvidence Evidence);

/// <summary>Who made a call. Absent facts are null; no field is ever guessed.</summary>
public sealed record Actor
{
    public required ActorKind Kind { get; init; }

    /// <summary>Short and readable: <c>alice</c>, <c>DeployRole/alice</c>, <c>root</c>, <c>config.amazonaws.com</c>.</summary>
    public required string Name { get; init; }

    public string? Arn { get; init; }

    /// <summary>The account of the identity, which need not be the account of the event.</summary>
    public string? Account { get; init; }

    public string? PrincipalId { get; init; }

    /// <summary>The session name of an assumed role or federated user.</summary>
    public string? SessionName { get; init; }

    /// <summary>The ARN of the role or user that issued the session.</summary>
    public string? Issuer { get; init; }

    public bool? Mfa { get; init; }

    public string? AccessKey { get; init; }

    /// <summary>The AWS service that made the call on somebody's behalf.</summary>
    public string? InvokedBy { get; init; }

    public string? SourceIdentity { get; init; }

    /// <summary>The IAM Identity Center user id the call was made for.</summary>
    public string? OnBehalfOf { get; init; }

    public Human? Human { get; init; }
}
