using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sealtrail.Core.Alerting;

/// <summary>An alert as JSON, for machines and for the store. Texts are as CloudTrail has them.</summary>
public static class AlertJson
{
    public static string Write(Alert alert) => JsonSerializer.Serialize(alert, AlertContext.Default.Alert);

    /// <exception cref="JsonException">The text is no alert of ours.</exception>
    public static Alert Read(string json) =>
        JsonSerializer.Deserialize(json, AlertContext.Default.Alert) ?? throw new JsonException("null is no alert");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Alert))]
internal sealed partial class AlertContext : JsonSerializerContext;
