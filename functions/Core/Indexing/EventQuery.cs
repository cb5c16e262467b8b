using System.IO.Enumeration;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>What an investigator asks for: all that is given must hold. Names match whole and in any case, or by their last part;
/// <c>*</c> and <c>?</c> in them are wildcards.</summary>
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

    /// <summary>The postings to read: those of the condition that leaves fewest events. A wildcard names no posting.</summary>
    internal (PostingKind Kind, string Value) Driver() => this switch
    {
        { AccessKey: { } key } when IsExact(key) => (PostingKind.AccessKey, LookupKeys.Short(key)),
        { SourceAddress: { } address } when IsExact(address) => (PostingKind.SourceAddress, Canonical(address)),
        { Resource: { } resource } when IsExact(resource) => (PostingKind.Resource, LookupKeys.Short(resource)),
        { Actor: { } actor } when IsExact(actor) => (PostingKind.Actor, LookupKeys.Short(actor)),
        { Action: { } action } when IsExact(action) => (PostingKind.Action, LookupKeys.Short(action)),
        { FailedOnly: true } => (PostingKind.Failure, ""),
        { Account: { } account, Region: { } region } when IsExact(account) && IsExact(region) => (PostingKind.Region, $"{account}/{region.ToLowerInvariant()}"),
        { Account: { } account } when IsExact(account) => (PostingKind.Account, account),
        _ => (PostingKind.All, ""),
    };

    internal bool Fits(AuditEvent e) =>
        (Actor is null || LookupKeys.ActorNames(e.Actor).Any(name => Names(name, Actor)))
        && (Resource is null || e.Resources.Any(resource => Names(resource, Resource)))
        && (Action is null || Like(e.Action, Action) || Like($"{e.ServiceName}:{e.Action}", Action) || Like($"{e.Service}:{e.Action}", Action))
        && (SourceAddress is null || (e.Origin.Address is { } address && Like(address, Canonical(SourceAddress))))
        && (AccessKey is null || (e.Actor.AccessKey is { } key && Like(key, AccessKey)))
        && (Account is null || Like(e.Account, Account))
        && (Region is null || Like(e.Region, Region))
        && (Since is null || e.Time >= Since)
        && (Until is null || e.Time < Until)
        && (!FailedOnly || e.Outcome.Kind != OutcomeKind.Success);

    private static string Canonical(string address) => (IpText.Parse(address)?.ToString() ?? address).ToLowerInvariant();

    private static bool Names(string name, string asked) => Like(name, asked) || Like(LookupKeys.Short(name), asked);

    private static bool IsExact(string asked) => !asked.AsSpan().ContainsAny('*', '?');

    private static bool Like(string name, string asked) => IsExact(asked)
        ? name.Equals(asked, StringComparison.OrdinalIgnoreCase)
        : FileSystemName.MatchesSimpleExpression(asked, name, ignoreCase: true);
}
