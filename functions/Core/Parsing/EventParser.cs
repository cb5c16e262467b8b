using System.Text.Json;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Parsing;

/// <summary>
/// Reads the facts of one CloudTrail record. Names and meanings follow the CloudTrail record reference (versions 1.0 to 1.11).
/// Fields that old or odd records lack are left empty; only a value that is no CloudTrail record at all is refused.
/// </summary>
internal static class EventParser
{
    /// <returns>The facts; null with a <paramref name="reason"/> for a person where the value is no CloudTrail record.</returns>
    public static EventFacts? Parse(JsonValue record, out string? reason) => Parse(record, Time(record), out reason);

    public static EventFacts? Parse(JsonValue record, DateTimeOffset? time, out string? reason)
    {
        if (!record.IsObject)
        {
            reason = record.Exists
                ? $"a JSON {Kind(record.Type)} stands where a record should be"
                : "the wrapper holds no readable record";
            return null;
        }

        var insight = record["insightDetails"u8];
        var service = record["eventSource"u8].Text ?? insight["eventSource"u8].Text;
        var action = record["eventName"u8].Text ?? insight["eventName"u8].Text;
        if (string.IsNullOrEmpty(service) && string.IsNullOrEmpty(action))
        {
            reason = "a JSON object with neither eventSource nor eventName is no CloudTrail record";
            return null;
        }

        reason = null;
        var type = record["eventType"u8].Text ?? "";
        return new EventFacts
        {
            Id = record["eventID"u8].UniqueText is { Length: > 0 and <= 128 } id ? id : null,
            Time = time,
            Account = record["recipientAccountId"u8].ScalarText ?? record["userIdentity"u8]["accountId"u8].ScalarText ?? "",
            Region = record["awsRegion"u8].Text ?? "",
            Service = service ?? "",
            Action = action ?? "",
            Category = Category(record, type),
            Type = type,
            ReadOnly = record["readOnly"u8].Boolean,
            Outcome = OutcomeReader.Read(record),
            EventVersion = record["eventVersion"u8].ScalarText,
            SharedEventId = record["sharedEventID"u8].Text,
        };
    }

    /// <summary>The event time of the ledger format: null where there is none that can be read.</summary>
    public static DateTimeOffset? Time(JsonValue record) => TimeText.Parse(record["eventTime"u8]);

    private static EventCategory Category(JsonValue record, string type) => record["eventCategory"u8].Text switch
    {
        "Data" => EventCategory.Data,
        "NetworkActivity" => EventCategory.NetworkActivity,
        "Insight" => EventCategory.Insight,
        null when type == "AwsCloudTrailInsight" => EventCategory.Insight,
        null when type == "AwsVpceEvent" => EventCategory.NetworkActivity,
        null when record["managementEvent"u8].Boolean == false => EventCategory.Data,
        _ => EventCategory.Management,
    };

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        JsonTokenType.Null => "null",
        _ => "boolean",
    };
}
