using System.Buffers;
using System.Text.Json;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Parsing;

/// <summary>
/// Tells CloudTrail records from other JSON, and finds the record inside a wrapper: EventBridge's <c>detail</c>,
/// or the string <c>CloudTrailEvent</c> of LookupEvents.
/// </summary>
internal sealed class RecordShape
{
    private readonly JsonTape _inner = new();

    internal enum Kind
    {
        Record,

        /// <summary>Known to hold no records: a digest, a Config snapshot, an empty container.</summary>
        HoldsNone,
        Unknown,
    }

    /// <summary>What a top-level object without an array of records is.</summary>
    public static Kind Recognise(JsonValue root, out string? nature)
    {
        nature = null;
        var containers = 0;
        foreach (var member in root.Members)
        {
            if (member.NameIs("eventVersion"u8) || member.NameIs("eventID"u8) || member.NameIs("eventName"u8)
                || member.NameIs("CloudTrailEvent"u8) || member.NameIs("detail"u8))
            {
                return Kind.Record;
            }

            nature ??= member.NameIs("digestStartTime"u8) || member.NameIs("digestS3Object"u8) ? "CloudTrail digest"
                : member.NameIs("configurationItems"u8) || member.NameIs("configSnapshotId"u8) ? "AWS Config snapshot"
                : null;
            containers += member.NameIs("Records"u8) || member.NameIs("Events"u8) ? 1 : 0;
        }

        nature ??= containers > 0 ? "no records" : null;
        return nature is null ? Kind.Unknown : Kind.HoldsNone;
    }

    /// <summary>
    /// The CloudTrail record in <paramref name="root"/>, which is the value itself unless it is wrapped.
    /// <paramref name="bytes"/> are the record's own bytes, null where they are the value's.
    /// Absent where the value is a wrapper around something that is no JSON.
    /// </summary>
    public JsonValue Unwrap(JsonValue root, out ReadOnlyMemory<byte>? bytes)
    {
        bytes = null;
        var text = root["CloudTrailEvent"u8];
        if (text.IsString)
        {
            var json = new byte[text.Raw.Length];
            var length = JsonText.Unescape(text.Raw, json);
            bytes = json.AsMemory(0, length);
            return _inner.Read(json, 0, length, isFinal: true, out var consumed) == JsonReadStatus.Complete && consumed == length
                ? _inner.Root
                : default;
        }

        var detail = root["detail"u8];
        if (detail.IsObject && !root["eventVersion"u8].Exists && !root["eventName"u8].Exists)
        {
            bytes = detail.Raw.ToArray();
            return detail;
        }

        return root;
    }
}
