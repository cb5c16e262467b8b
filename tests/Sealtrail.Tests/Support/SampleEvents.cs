using System.Globalization;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;

namespace Sealtrail.Tests.Support;

/// <summary>Events as they come out of parsing and enrichment.</summary>
internal static class SampleEvents
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 10, 12, 0, 0, TimeSpan.Zero);

    public static ObjectSource Source(string key = "a.json.gz") => ObjectSource.Create("s3", "trail", key, "v1");

    /// <summary>An event by alice, a second after the one of the number before.</summary>
    public static AuditEvent Event(int number, string key = "a.json.gz")
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:d12}");
        var digest = Drafts.Hash(id);
        return new AuditEvent
        {
            Id = new EventId(id, digest),
            Leaf = digest,
            Time = Noon.AddSeconds(number),
            Account = "111122223333",
            Region = "eu-central-1",
            Service = "iam.amazonaws.com",
            Action = "GetUser",
            Category = EventCategory.Management,
            Type = "AwsApiCall",
            ReadOnly = true,
            Outcome = new Outcome(OutcomeKind.Success, null, null),
            Actor = new Actor { Kind = ActorKind.IamUser, Name = "alice", Arn = "arn:aws:iam::111122223333:user/alice" },
            Origin = new Origin(OriginKind.Public, "203.0.113.7", "aws-cli"),
            Resources = [],
            EventVersion = "1.11",
            SharedEventId = null,
            Place = new RecordPlace(Source(key), number),
        };
    }

    public static List<IndexedEvent> Block(long block, params IEnumerable<AuditEvent> events) => [.. events.Select(e => new IndexedEvent(e, block))];

    /// <summary>The same record, delivered again in another object.</summary>
    public static AuditEvent At(this AuditEvent e, string key, int place) => e with { Place = new RecordPlace(Source(key), place) };

    /// <summary>Another record that carries the same event id.</summary>
    public static AuditEvent WithBytes(this AuditEvent e, string bytes) => e with { Id = e.Id with { Digest = Drafts.Hash(bytes) }, Leaf = Drafts.Hash(bytes) };

    /// <summary>All a test can tell of an event, as text: the slim item of the store.</summary>
    public static string Text(this IndexedEvent e) => $"{e.Block} {EventJson.Write(e.Event)}";

    public static async Task<List<string>> SearchAsync(this IIndexStore store, EventQuery query)
    {
        var found = new List<string>();
        await foreach (var e in new EventSearch(store).RunAsync(query, CancellationToken.None))
        {
            found.Add(e.Event.Id.Value);
        }

        return found;
    }
}
