using System.IO.Compression;
using System.Security.Cryptography;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>Recomputes what a block says of its object from the object itself.</summary>
internal static class ObjectVerifier
{
    /// <param name="content">The object as it stands, from its first byte.</param>
    /// <param name="leaves">The leaves noted at indexing, whose root is known to be the block's; null where there are none to trust.</param>
    public static void Verify(BlockText block, Stream content, Hash256[]? leaves, List<Finding> findings)
    {
        if (!block.Inflated)
        {
            VerifyRaw(block, content, findings);
            return;
        }

        var found = Read(content);
        if (found.Failure is not null)
        {
            Add(FindingKind.ObjectAltered, null, $"does not inflate to its end any more: {found.Failure}");
        }
        else if (found.Sha256 != block.Sha256 || found.Bytes != block.Bytes)
        {
            Add(FindingKind.ObjectAltered, null, $"has other content than was sealed: {found.Bytes} bytes with SHA-256 {found.Sha256}, sealed were {block.Bytes} with {block.Sha256}");
        }

        var actual = found.Leaves.ToArray();
        if (actual.Length != block.RecordCount || ReferenceHashes.Root(actual) != block.RecordsRoot)
        {
            if (leaves is not null)
            {
                RecordDifferences.Find(leaves, actual, (kind, record, detail) => Add(kind, record, detail));
            }
            else
            {
                Add(FindingKind.ObjectAltered, null, $"holds {actual.Length} records where {block.RecordCount} were sealed, or others; the leaves noted at indexing are gone or altered, so the records at fault cannot be named");
            }
        }
        else if (found.Oldest != block.Oldest || found.Newest != block.Newest)
        {
            Add(FindingKind.BlockAltered, null, $"has event times from {found.Oldest} to {found.Newest}, its block says {block.Oldest} to {block.Newest}");
        }

        void Add(FindingKind kind, int? record, string detail) =>
            findings.Add(new Finding(kind, block.Index, block.Source, record, record is null ? $"The object of block {block.Index} {detail}." : detail));
    }

    private static void VerifyRaw(BlockText block, Stream content, List<Finding> findings)
    {
        using var counted = new CountingStream(content);
        var sha = new Hash256(SHA256.HashData(counted));
        if (sha != block.Sha256 || counted.Count != block.Bytes)
        {
            findings.Add(new Finding(
                FindingKind.ObjectAltered, block.Index, block.Source, null,
                $"The object of block {block.Index} is not as it was sealed: {counted.Count} bytes with SHA-256 {sha}, sealed were {block.Bytes} with {block.Sha256}."));
        }

        if (block.RecordCount != 0 || block.RecordsRoot != ReferenceHashes.Root([]))
        {
            findings.Add(new Finding(FindingKind.BlockAltered, block.Index, block.Source, null, $"Block {block.Index} is of a raw object and yet counts records."));
        }
    }

    private static Content Read(Stream stored)
    {
        var front = new byte[2];
        var read = stored.ReadAtLeast(front, 2, throwOnEndOfStream: false);
        using var whole = new CountingStream(stored, hash: null, front.AsMemory(0, read));
        using Stream inflated = read == 2 && front is [0x1f, 0x8b] ? new GZipStream(whole, CompressionMode.Decompress) : whole;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var counted = new CountingStream(inflated, hash);
        var content = new Content();
        try
        {
            new RecordSplitter(counted).Split(record =>
            {
                content.Leaves.Add(ReferenceHashes.Leaf(record.Span));
                content.See(RecordTime.Read(record));
            });
        }
        catch (InvalidDataException damaged)
        {
            content.Failure = damaged.Message;
        }

        content.Bytes = counted.Count;
        content.Sha256 = new Hash256(hash.GetHashAndReset());
        return content;
    }

    private sealed class Content
    {
        private DateTimeOffset? _oldest;
        private DateTimeOffset? _newest;

        public List<Hash256> Leaves { get; } = [];

        public string? Failure { get; set; }

        public long Bytes { get; set; }

        public Hash256 Sha256 { get; set; }

        public string Oldest => _oldest is { } time ? TimeText.Seconds(time) : "-";

        public string Newest => _newest is { } time ? TimeText.Seconds(time) : "-";

        public void See(DateTimeOffset? time)
        {
            _oldest = time is null || time >= _oldest ? _oldest ?? time : time;
            _newest = time is null || time <= _newest ? _newest ?? time : time;
        }
    }
}
