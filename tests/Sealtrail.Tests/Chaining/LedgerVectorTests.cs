using System.Text.Json.Nodes;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Chaining;

/// <summary>The vectors of events/ledger-vectors, computed by another program from the format's text alone.</summary>
public sealed class LedgerVectorTests
{
    public static TheoryData<string> Roots => Names("roots");

    public static TheoryData<string> Blocks => Names("blocks");

    public static TheoryData<string> Objects => Names("objects");

    public static TheoryData<string> Tampering => Names("tampering");

    [Theory]
    [MemberData(nameof(Roots))]
    public void Writer_and_verifier_compute_the_root_of_the_vector(string name)
    {
        var vector = Case("roots", name);
        using var hasher = new LeafHasher();
        using var root = new MerkleRoot();
        var leaves = vector["records"]!.AsArray().Select(record => hasher.Hash(Bytes(record!))).ToArray();
        foreach (var leaf in leaves)
        {
            root.Append(leaf);
        }

        Assert.Equal(Texts(vector["leaves"]!), leaves.Select(leaf => leaf.ToHex()));
        Assert.Equal(Text(vector["root"]), root.Current().ToBase64());
        Assert.Equal(Text(vector["root"]), ReferenceHashes.Root(leaves).ToBase64());
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_written_as_the_vector_has_it_and_read_back(string name)
    {
        foreach (var vector in Case("blocks", name)["blocks"]!.AsArray().Select(block => block!))
        {
            var source = vector["source"]!;
            var content = vector["content"]!;
            Assert.True(Hash256.TryParseBase64(Text(vector["previous"])!, out var previous));
            Assert.True(Hash256.TryParseHex(Text(content["sha256"])!, out var sha));
            Assert.True(Hash256.TryParseBase64(Text(vector["recordsRoot"])!, out var root));
            var block = SealedBlock.Of(new Block
            {
                Index = (long)vector["index"]!,
                Previous = previous,
                Source = ObjectSource.Create(Text(source["scheme"])!, Text(source["bucket"])!, Text(source["key"])!, Text(source["versionId"]) ?? "").Uri,
                Content = new ContentDigest(Text(content["kind"]) == "inflated" ? ContentKind.Inflated : ContentKind.Raw, sha, (long)content["bytes"]!),
                RecordCount = (long)vector["recordCount"]!,
                RecordsRoot = root,
                Oldest = TimeText.Parse(Text(vector["oldest"])),
                Newest = TimeText.Parse(Text(vector["newest"])),
                SealedAt = TimeText.Parse(Text(vector["sealedAt"]))!.Value,
            });
            Assert.Equal(Text(vector["text"]), block.Text);
            Assert.Equal(Text(vector["leafHash"]), block.LeafHash.ToBase64());
            Assert.Equal(Text(vector["leafHash"]), ReferenceHashes.BlockLeaf(block.Text).ToBase64());
            Assert.Equal(block.Index, BlockText.Parse(block.Text, out var reason)?.Index);
            Assert.Null(reason);
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_writer_finds_the_records_of_the_vector(string name)
    {
        var vector = Case("objects", name);
        using var reader = new RecordReader(new MemoryStream(Bytes(vector["object"]!)), new ParsingLimits());
        using var hasher = new LeafHasher();
        var leaves = new List<string>();
        while (reader.MoveNext())
        {
            if (reader.IsRecord)
            {
                leaves.Add(hasher.Hash(reader.Bytes).ToHex());
            }
        }

        if (Text(vector["content"]!["kind"]) == "raw")
        {
            Assert.Null(reader.Content);
            return;
        }

        Assert.Equal(Texts(vector["leaves"]!), leaves);
        Assert.Equal(Text(vector["content"]!["sha256"]), reader.Content?.Sha256.ToHex());
        Assert.Equal((long)vector["content"]!["bytes"]!, reader.Content?.Bytes);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_verifier_finds_the_vectors_object_as_its_block_says(string name)
    {
        var vector = Case("objects", name);
        var content = vector["content"]!;
        Assert.True(Hash256.TryParseHex(Text(content["sha256"])!, out var sha));
        Assert.True(Hash256.TryParseBase64(Text(vector["recordsRoot"])!, out var root));
        var block = new BlockText(
            0, default, "file:x", Text(content["kind"]) == "inflated", sha, (long)content["bytes"]!, vector["leaves"]!.AsArray().Count, root,
            Text(vector["oldest"]) ?? "-", Text(vector["newest"]) ?? "-");
        var findings = new List<Finding>();

        ObjectVerifier.Verify(block, new MemoryStream(Bytes(vector["object"]!)), null, findings);

        Assert.Empty(findings);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task The_pipeline_seals_the_vectors_object_as_it_says(string name)
    {
        var vector = Case("objects", name);
        using var store = new TempStore();
        var source = store.Archive.Add("object", Bytes(vector["object"]!));
        using var pipeline = store.Pipeline();

        await pipeline.ProcessAsync([source], CancellationToken.None);

        var lines = (await store.Ledger.FindAsync([source], CancellationToken.None))[source].Text.Split('\n');
        var content = vector["content"]!;
        Assert.Equal($"{content["kind"]} {content["sha256"]} {content["bytes"]}", lines[4]);
        Assert.Equal($"{vector["leaves"]!.AsArray().Count} {vector["recordsRoot"]}", lines[5]);
        Assert.Equal($"{Text(vector["oldest"]) ?? "-"} {Text(vector["newest"]) ?? "-"}", lines[6]);
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public void Every_tampered_chain_of_the_vectors_is_found_out_and_the_untouched_is_not(string name)
    {
        var vectors = Load("tampering");
        var head = vectors["head"]!;
        Assert.True(Hash256.TryParseBase64(Text(head["leafHash"])!, out var leaf));
        var vector = Case("tampering", name);
        var stored = vector["blocks"]!.AsArray().Select((text, place) => new StoredBlock(place, Text(text)!, null)).ToList();
        var findings = new List<Finding>();

        ChainVerifier.Verify(stored, new LedgerHead((long)head["size"]!, leaf), findings);

        var expected = vector["expect"]!.AsArray();
        Assert.Equal(expected.Count == 0, findings.Count == 0);
    }

    private static TheoryData<string> Names(string file) => [.. Load(file)["cases"]!.AsArray().Select(vector => Text(vector!["name"])!)];

    private static JsonNode Case(string file, string name) => Load(file)["cases"]!.AsArray().Single(vector => Text(vector!["name"]) == name)!;

    private static JsonNode Load(string file) =>
        JsonNode.Parse(File.ReadAllText(Repository.Path("events", "ledger-vectors", $"{file}.vectors")))!;

    private static string? Text(JsonNode? node) => (string?)node;

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => Text(text)!);

    private static byte[] Bytes(JsonNode base64) => Convert.FromBase64String(Text(base64)!);
}
