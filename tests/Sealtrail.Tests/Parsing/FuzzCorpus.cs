using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;

namespace Sealtrail.Tests.Parsing;

/// <summary>Valid contents to start from: every shape in few bytes, the objects of the ledger vectors, and the malformed files.</summary>
internal static class FuzzCorpus
{
    private const string Small = """{"eventVersion":"1","eventTime":"2026-11-10T08:00:00Z","eventName":"x","a":[1,"b\u0026",null,{"c":-1.5e3}]}""";

    private static readonly string[] Shapes =
    [
        $$"""{"Records":[{{Small}},{{Small}},{{Small}}]}""",
        $$"""{"k":{"Records":[1]},"Records":[{{Small}},{{Small}}],"after":true}""",
        $$"""{"Records":[{{Small}}],"Events":[{{Small}},1,"two",null,[3],{}]}""",
        $$"""[{{Small}},{{Small}},{{Small}}]""",
        $"{Small}\n{Small}\n{Small}\n",
        $$"""{"Records":[{{Small}}]}{"a":1}[{{Small}}] {{Small}}""",
        $$"""{"version":"0","id":"1","detail":{{Small}}}""",
        $$"""{"Events":[{"EventId":"1","CloudTrailEvent":{{JsonValue.Create(Small).ToJsonString()}}}]}""",
        "{\n  \"Records\" : [\n    {\n      \"eventVersion\" : \"1\",\n      \"eventName\" : \"x\"\n    },\n    {\n      \"eventVersion\" : \"1\"\n    }\n  ]\n}\n",
        """{"Records":[{"first":1},{"first":2,"eventVersion":"1"},{"first":3}]}""",
        """[{"{":1},{"{":2},{"":3},1,2,[],{},"x",true,false,null]""",
        $"\uFEFF{{\"Records\":null}}\r\n{{\"Records\":[]}}\n{{\"digestS3Object\":1}}",
    ];

    public static IReadOnlyList<byte[]> Contents { get; } =
    [
        // The small shapes most often: a mutation of a few bytes hits their structure.
        .. Enumerable.Repeat(Shapes, 6).SelectMany(shapes => shapes).Select(Encoding.UTF8.GetBytes),
        .. Stored.Select(Inflated).OfType<byte[]>().Where(content => content.Length < 20_000),
    ];

    /// <summary>Objects as they are stored, in gzip.</summary>
    public static IReadOnlyList<byte[]> Objects { get; } = [.. Shapes.Select(Gzip.Of), .. Stored.Where(stored => stored is [0x1f, 0x8b, ..])];

    private static IEnumerable<byte[]> Stored =>
    [
        .. JsonNode.Parse(File.ReadAllText(Repository.Path("events", "ledger-vectors", "objects.vectors")))!["cases"]!.AsArray()
            .Select(vector => Convert.FromBase64String((string)vector!["object"]!)),
        .. Directory.EnumerateFiles(Repository.Path("events", "malformed")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    private static byte[]? Inflated(byte[] stored)
    {
        if (stored is not [0x1f, 0x8b, ..])
        {
            return stored;
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
            using var content = new MemoryStream();
            gzip.CopyTo(content);
            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
