using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;
using Sealtrail.Core.Processing;
using Sealtrail.Tests.Support;

namespace Sealtrail.Tests.Parsing;

/// <summary>One record with a field of its own, and what the pipeline's stages up to enrichment make of it.</summary>
internal static class Sample
{
    private static readonly ObjectSource Source = ObjectSource.Create("s3", "trail", "object", "v1");

    /// <summary>A sound record in which one field holds that JSON.</summary>
    public static string With(string field, string json) => With((field, json));

    public static string With(params (string Field, string Json)[] fields)
    {
        var record = JsonNode.Parse(Records.Record(1))!.AsObject();
        foreach (var (field, json) in fields)
        {
            record[field] = JsonNode.Parse(json);
        }

        return record.ToJsonString();
    }

    public static string Without(params string[] fields)
    {
        var record = JsonNode.Parse(Records.Record(1))!.AsObject();
        foreach (var field in fields)
        {
            record.Remove(field);
        }

        return record.ToJsonString();
    }

    /// <summary>The event of one record; a test that gets here with a rejected one fails with the reason.</summary>
    public static AuditEvent Event(string record)
    {
        var (e, reason) = Results(Records.File(record)).Single();
        return e ?? throw new InvalidOperationException($"the record was rejected: {reason}");
    }

    public static string? Reason(string record) => Results(Records.File(record)).Single().Reason;

    /// <summary>For each record and damage of a content: its event, or why there is none.</summary>
    public static ImmutableArray<(AuditEvent? Event, string? Reason)> Results(string content, ParsingLimits? limits = null)
    {
        limits ??= new ParsingLimits();
        using var reader = new RecordReader(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), limits);
        using var records = new RecordProcessor(rules: null, limits);
        var results = ImmutableArray.CreateBuilder<(AuditEvent?, string?)>();
        while (reader.MoveNext())
        {
            if (!reader.IsRecord)
            {
                results.Add((null, reader.Damage));
                continue;
            }

            var read = records.Process(reader, records.Leaf(reader.Bytes), Source, out _, out var reason);
            results.Add((read?.Event, reason));
        }

        return results.ToImmutable();
    }

    /// <summary>Reads a whole stored object as the pipeline does.</summary>
    public static async Task<ReadObject> ReadAsync(byte[] stored, ParsingLimits? limits = null)
    {
        var archive = new MemoryArchive();
        var source = archive.Add("object", stored);
        using var processor = new ObjectProcessor(archive, rules: null, limits ?? new ParsingLimits());
        return await processor.ReadAsync(source, CancellationToken.None);
    }
}
