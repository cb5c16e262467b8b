using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>An event as a slim JSON item of the store; what a record does not say is left out.</summary>
public static class EventJson
{
    public static string Write(AuditEvent e) => JsonSerializer.Serialize(Slim.Of(e), SlimContext.Default.Slim);

    /// <exception cref="JsonException">The text is no event of ours.</exception>
    public static AuditEvent Read(string json) =>
        (JsonSerializer.Deserialize(json, SlimContext.Default.Slim) ?? throw new JsonException("null is no event")).ToEvent();

    internal sealed record Slim
    {
        public required string Id { get; init; }

        public required string Digest { get; init; }

        public string? Leaf { get; init; }

        public DateTimeOffset? Time { get; init; }

        public string Account { get; init; } = "";

        public string Region { get; init; } = "";

        public string Service { get; init; } = "";

        public string Action { get; init; } = "";

        public EventCategory Category { get; init; }

        public string Type { get; init; } = "";

        public bool? ReadOnly { get; init; }

        public Outcome Outcome { get; init; }

        public required Actor Actor { get; init; }

        public required Origin Origin { get; init; }

        public Tool? Tool { get; init; }

        public ImmutableArray<string> Resources { get; init; } = [];

        public string? EventVersion { get; init; }

        public string? SharedEventId { get; init; }

        public required string Source { get; init; }

        public required int Place { get; init; }

        public static Slim Of(AuditEvent e) => new()
        {
            Id = e.Id.Value,
            Digest = e.Id.Digest.ToHex(),
            Leaf = e.Leaf == e.Id.Digest ? null : e.Leaf.ToHex(),
            Time = e.Time,
            Account = e.Account,
            Region = e.Region,
            Service = e.Service,
            Action = e.Action,
            Category = e.Category,
            Type = e.Type,
            ReadOnly = e.ReadOnly,
            Outcome = e.Outcome,
            Actor = e.Actor,
            Origin = e.Origin,
            Tool = e.Tool,
            Resources = e.Resources,
            EventVersion = e.EventVersion,
            SharedEventId = e.SharedEventId,
            Source = e.Place.Source.Uri,
            Place = e.Place.Index,
        };

        public AuditEvent ToEvent()
        {
            var source = ObjectSource.Parse(Source);
            if (!Hash256.TryParseHex(Digest, out var digest) || !Hash256.TryParseHex(Leaf ?? Digest, out var leaf) || source is null)
            {
                throw new JsonException("the digest, leaf or source of the event cannot be read");
            }

            return new AuditEvent
            {
                Id = new EventId(Id, digest),
                Leaf = leaf,
                Time = Time,
                Account = Account,
                Region = Region,
                Service = Service,
                Action = Action,
                Category = Category,
                Type = Type,
                ReadOnly = ReadOnly,
                Outcome = Outcome,
                Actor = Actor,
                Origin = Origin,
                Tool = Tool,
                Resources = Resources.IsDefault ? [] : Resources,
                EventVersion = EventVersion,
                SharedEventId = SharedEventId,
                Place = new RecordPlace(source, Place),
            };
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(EventJson.Slim))]
internal sealed partial class SlimContext : JsonSerializerContext;
