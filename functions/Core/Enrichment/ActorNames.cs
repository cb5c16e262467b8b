using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment;

/// <summary>Names an actor for people, and names the person behind it as far as one record tells.</summary>
internal static class ActorNames
{
    private const string IdentityCenterRole = "AWSReservedSSO_";

    public static string Display(Actor actor, string? userName, string? issuerName) => actor.Kind switch
    {
        ActorKind.Root => "root",
        ActorKind.AssumedRole => Session(RoleName(actor, issuerName), actor.SessionName) ?? Fallback(actor, userName),
        ActorKind.FederatedUser => Session(issuerName, actor.SessionName) ?? Fallback(actor, userName),
        ActorKind.AwsService => actor.InvokedBy ?? Fallback(actor, userName),
        ActorKind.IdentityCenterUser => userName ?? actor.OnBehalfOf ?? Fallback(actor, userName),
        _ => userName ?? Fallback(actor, userName),
    };

    /// <summary>Null where the record leads to no person: a service, a workload, a bare role.</summary>
    public static Human? Behind(Actor actor, string? userName)
    {
        if (actor.SourceIdentity is { } source)
        {
            return new Human(source, HumanEvidence.Asserted);
        }

        return actor.Kind switch
        {
            ActorKind.Root => new Human("root", HumanEvidence.Asserted),
            ActorKind.IamUser or ActorKind.SamlUser or ActorKind.WebIdentityUser => Named(userName ?? actor.PrincipalId),
            ActorKind.IdentityCenterUser => Named(userName ?? actor.OnBehalfOf),
            ActorKind.FederatedUser => Named(actor.SessionName),
            ActorKind.AssumedRole when actor.Arn?.Contains(IdentityCenterRole, StringComparison.Ordinal) == true => Named(actor.SessionName),
            ActorKind.AssumedRole when actor.OnBehalfOf is not null => Named(actor.OnBehalfOf),
            ActorKind.AssumedRole when LooksLikePerson(actor.SessionName) => new Human(actor.SessionName!, HumanEvidence.Claimed),
            ActorKind.Unknown => Named(userName),
            _ => null,
        };
    }

    private static Human? Named(string? name) => name is null ? null : new Human(name, HumanEvidence.Asserted);

    /// <summary>
    /// EC2 instances (<c>i-…</c>), Lambda and other workloads choose session names too; an e-mail address is taken
    /// for a person's, and nothing else is.
    /// </summary>
    private static bool LooksLikePerson(string? session) =>
        session is not null && session.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < session.Length - 1;

    private static string? RoleName(Actor actor, string? issuerName)
    {
        if (issuerName is not null)
        {
            return issuerName;
        }

        const string Mark = ":assumed-role/";
        var at = actor.Arn?.IndexOf(Mark, StringComparison.Ordinal) ?? -1;
        var rest = at < 0 ? null : actor.Arn![(at + Mark.Length)..];
        var slash = rest?.LastIndexOf('/') ?? -1;
        return slash > 0 ? rest![..slash] : rest;
    }

    private static string? Session(string? issuer, string? session) =>
        issuer is null ? session : session is null ? issuer : $"{issuer}/{session}";

    private static string Fallback(Actor actor, string? userName) =>
        userName ?? actor.Arn ?? actor.InvokedBy ?? actor.PrincipalId ?? actor.Account ?? "unknown";
}
