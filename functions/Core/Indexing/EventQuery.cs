using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>What an investigator asks for: all that is given must hold. Names match whole and in any case, or by their last part.</summary>
public sealed record EventQuery
{
    /// <summary>Any name of the actor: user, role, session, ARN, or the human behind it.</summary>
    public string? Actor { get; init; }

    public string? Resource { get; init; }

    /// <summary>An event name, or with its service: <c>iam:CreateUser</c>.</summary>
    public string? Action { get; init; }

    public string? SourceAddress { get; init; }

    public string? AccessKey { get; init; }

    public string? Account { get; init; }

    public string? Region { get; init; }

    /// <summary>From this time on.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only denied and failed calls.</summary>
    public bool FailedOnly { get; init; }

    internal (PostingKind Kind, string Value) Driver() => this switch
    {
        { AccessKey: { } key } => (PostingKind.AccessKey, key.ToLowerInvariant()),
        { SourceAddress: { } address } => (PostingKind.SourceAddress, Canonical(address)),
        { Resource: { } resource } => (PostingKind.Resource, LookupKeys.Short(resource)),
        { Actor: { } actor } => (PostingKind.Actor, LookupKeys.Short(actor)),
        { Action: { } action } => (PostingKind.Action, LookupKeys.Short(action)),
        { FailedOnly: true } => (PostingKind.Failure, ""),
        { Account: { } account, Region: { } region } => (PostingKind.Region, $"{account}/{region}"),
        { Account: { } account } => (PostingKind.Account, account),
        _ => (PostingKind.All, ""),
    };

    internal bool Fits(AuditEvent e) =>
        (Actor is null || LookupKeys.ActorNames(e.Actor).Any(name => Names(name, Actor)))
        && (Resource is null || e.Resources.Any(resource => Names(resource, Resource)))
        && (Action is null || Same(e.Action, Action) || Same($"{e.ServiceName}:{e.Action}", Action) || Same($"{e.Service}:{e.Action}", Action))
        && (SourceAddress is null || (e.Origin.Address is { } address && Same(address, Canonical(SourceAddress))))
        && (AccessKey is null || (e.Actor.AccessKey is { } key && Same(key, AccessKey)))
        && (Account is null || e.Account == Account)
        && (Region is null || Same(e.Region, Region))
        && (Since is null || e.Time >= Since)
        && (Until is null || e.Time < Until)
        && (!FailedOnly || e.Outcome.Kind != OutcomeKind.Success);

    private static string Canonical(string address) => (IpText.Parse(address)?.ToString() ?? address).ToLowerInvariant();

    private static bool Names(string name, string asked) => Same(name, asked) || Same(LookupKeys.Short(name), asked);

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
