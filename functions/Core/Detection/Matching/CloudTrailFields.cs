using System.Collections.Frozen;

namespace Sealtrail.Core.Detection.Matching;

/// <summary>The top-level fields of CloudTrail's record reference, to tell a rule's author of a test that can never be true.</summary>
internal static class CloudTrailFields
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "addendum", "additionalEventData", "apiVersion", "awsRegion", "edgeDeviceDetails", "errorCode", "errorMessage", "eventCategory",
        "eventContext", "eventID", "eventName", "eventSource", "eventTime", "eventType", "eventVersion", "insightDetails", "managementEvent",
        "readOnly", "recipientAccountId", "requestID", "requestParameters", "resources", "responseElements", "serviceEventDetails",
        "sessionCredentialFromConsole", "sharedEventID", "sourceIPAddress", "tlsDetails", "userAgent", "userIdentity", "vpcEndpointAccountId",
        "vpcEndpointId");

    private static readonly FrozenDictionary<string, string> ByCase = Known.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    public static string? Unknown(FieldPath path)
    {
        var dot = path.Name.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? path.Name : path.Name[..dot];
        return Known.Contains(first) ? null
            : ByCase.TryGetValue(first, out var meant) ? $"no CloudTrail record has a field '{first}'; names are compared by case: write '{meant}'"
            : $"no CloudTrail record has a field '{first}'";
    }

    /// <param name="sources">The texts one of which <c>eventSource</c> must be.</param>
    public static string? NoService(IReadOnlyCollection<string>? sources) =>
        sources is { Count: > 0 } && !sources.Any(source => source.Contains(".amazonaws.com", StringComparison.OrdinalIgnoreCase))
            ? $"eventSource is never '{sources.First()}'; CloudTrail writes it like 's3.amazonaws.com'"
            : null;
}
