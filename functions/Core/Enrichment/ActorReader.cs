using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment;

/// <summary>Normalises CloudTrail's <c>userIdentity</c>, of every type the record reference knows, into an <see cref="Actor"/>.</summary>
internal static class ActorReader
{
    /// <param name="record">The CloudTrail record; its <c>userIdentity</c> may be null, absent, or have no type.</param>
    public static Actor Read(JsonValue record)
    {
        var identity = record["userIdentity"u8];
        var session = identity["sessionContext"u8];
        var issuer = session["sessionIssuer"u8];
        var arn = Given(identity["arn"u8]);
        var invokedBy = Given(identity["invokedBy"u8]);
        var kind = Kind(Given(identity["type"u8]), arn, invokedBy);
        var sessionName = SessionName(kind, arn, Given(identity["principalId"u8]));
        var userName = Given(identity["userName"u8]) ?? Given(record["additionalEventData"u8]["UserName"u8]);
        var actor = new Actor
        {
            Kind = kind,
            Name = "",
            Arn = arn,
            Account = Given(identity["accountId"u8]),
            PrincipalId = Given(identity["principalId"u8]),
            SessionName = sessionName,
            Issuer = Given(issuer["arn"u8]),
            Mfa = Mfa(record, session),
            AccessKey = Given(identity["accessKeyId"u8]),
            InvokedBy = invokedBy,
            SourceIdentity = Given(session["sourceIdentity"u8]),
            OnBehalfOf = Given(identity["onBehalfOf"u8]["userId"u8]),
        };
        return actor with { Name = ActorNames.Display(actor, userName, Given(issuer["userName"u8])), Human = ActorNames.Behind(actor, userName) };
    }

    private static ActorKind Kind(string? type, string? arn, string? invokedBy) => type switch
    {
        "IAMUser" => ActorKind.IamUser,
        "Root" => ActorKind.Root,
        "AssumedRole" or "Role" => ActorKind.AssumedRole,
        "FederatedUser" => ActorKind.FederatedUser,
        "SAMLUser" => ActorKind.SamlUser,
        "WebIdentityUser" => ActorKind.WebIdentityUser,
        "AWSAccount" => ActorKind.AwsAccount,
        "AWSService" => ActorKind.AwsService,
        "IdentityCenterUser" => ActorKind.IdentityCenterUser,
        // Sign-ins through IAM Identity Center carry the role's ARN under type Unknown; old service events have no type.
        _ when arn is not null && arn.Contains(":assumed-role/", StringComparison.Ordinal) => ActorKind.AssumedRole,
        null when invokedBy is not null => ActorKind.AwsService,
        _ => ActorKind.Unknown,
    };

    private static string? SessionName(ActorKind kind, string? arn, string? principalId)
    {
        if (kind is not (ActorKind.AssumedRole or ActorKind.FederatedUser))
        {
            return null;
        }

        var slash = arn?.LastIndexOf('/') ?? -1;
        if (slash > 0 && (arn!.Contains(":assumed-role/", StringComparison.Ordinal) || arn.Contains(":federated-user/", StringComparison.Ordinal)))
        {
            return arn[(slash + 1)..];
        }

        var colon = principalId?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 ? principalId![(colon + 1)..] : null;
    }

    /// <summary>Sessions say it in their context; console sign-ins in <c>additionalEventData.MFAUsed</c>.</summary>
    private static bool? Mfa(JsonValue record, JsonValue session) =>
        session["attributes"u8]["mfaAuthenticated"u8].Boolean
        ?? record["additionalEventData"u8]["MFAUsed"u8].Text switch
        {
            "Yes" => true,
            "No" => false,
            _ => null,
        };

    private static string? Given(JsonValue value) => value.ScalarText is { Length: > 0 } text ? text : null;
}
