using System.Text.Json;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>The event time of a record, as the format has it.</summary>
internal static class RecordTime
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1_000_000 };

    public static DateTimeOffset? Read(ReadOnlyMemory<byte> record)
    {
        using var document = JsonDocument.Parse(record, Options);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (root.TryGetProperty("CloudTrailEvent", out var inner) && inner.ValueKind == JsonValueKind.String)
        {
            return Wrapped(inner);
        }

        var wrapper = !root.TryGetProperty("eventVersion", out _) && !root.TryGetProperty("eventName", out _);
        if (wrapper && root.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.Object)
        {
            return Time(detail);
        }

        return Time(root);
    }

    private static DateTimeOffset? Wrapped(JsonElement text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.GetString()!, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Time(document.RootElement) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The string holds no JSON: the record has no readable time.
            return null;
        }
    }

    private static DateTimeOffset? Time(JsonElement record)
    {
        try
        {
            return record.TryGetProperty("eventTime", out var time) && time.ValueKind == JsonValueKind.String ? TimeText.Parse(time.GetString()) : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in the text: no time.
            return null;
        }
    }
}
