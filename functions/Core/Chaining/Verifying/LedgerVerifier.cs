using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>What a verification looked at, and all it found.</summary>
/// <param name="OutOfReach">Objects that were never kept where an auditor could look, with the reason: neither sound nor damaged.</param>
public sealed record VerifyReport(
    long Blocks, long Objects, long Records, LedgerHead Head, IReadOnlyList<Finding> Findings, IReadOnlyList<string> OutOfReach);

/// <summary>
/// Verifies a whole ledger against its objects: every block against the chain, every object against its block, and the archive
/// against both. Shares no code with the writer but the value types.
/// </summary>
public sealed class LedgerVerifier(ILedgerReader ledger, IArchiveReader archive)
{
    /// <param name="progress">Told the number of objects verified so far and of all blocks.</param>
    public async Task<VerifyReport> VerifyAsync(Action<long, long>? progress, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var stored = new List<StoredBlock>();
        await foreach (var block in ledger.ReadBlocksAsync(cancellation))
        {
            stored.Add(block);
        }

        var head = await ledger.ReadHeadAsync(cancellation);
        var blocks = ChainVerifier.Verify(stored, head, findings);
        var outOfReach = new List<string>();
        var (objects, records) = (0L, 0L);
        foreach (var block in blocks)
        {
            records += block.RecordCount;
            objects += await VerifyObjectAsync(block, findings, outOfReach, cancellation) ? 1 : 0;
            progress?.Invoke(objects, blocks.Count);
        }

        await FindAddedAsync(blocks, findings, cancellation);
        return new VerifyReport(blocks.Count, objects, records, head, findings, outOfReach);
    }

    private async Task<bool> VerifyObjectAsync(BlockText block, List<Finding> findings, List<string> outOfReach, CancellationToken cancellation)
    {
        var source = ObjectSource.Parse(block.Source);
        if (source is null)
        {
            findings.Add(new Finding(FindingKind.BlockAltered, block.Index, block.Source, null, $"Block {block.Index} names no readable source."));
            return false;
        }

        var opened = await archive.OpenAsync(source, cancellation);
        if (opened.Content is null)
        {
            if (opened.OutOfReach)
            {
                outOfReach.Add($"{block.Source}: {opened.Absence}");
            }
            else
            {
                findings.Add(new Finding(FindingKind.ObjectMissing, block.Index, block.Source, null, $"The object of block {block.Index} is missing: {opened.Absence}."));
            }

            return false;
        }

        await using var content = opened.Content;
        ObjectVerifier.Verify(block, content, await TrustedLeavesAsync(block, cancellation), findings);
        return true;
    }

    private async Task<Hash256[]?> TrustedLeavesAsync(BlockText block, CancellationToken cancellation)
    {
        var bytes = await ledger.ReadLeavesAsync(block.Index, cancellation);
        if (bytes is null || bytes.Length != block.RecordCount * Hash256.Size)
        {
            return null;
        }

        var leaves = bytes.Chunk(Hash256.Size).Select(chunk => new Hash256(chunk)).ToArray();
        return ReferenceHashes.Root(leaves) == block.RecordsRoot ? leaves : null;
    }

    private async Task FindAddedAsync(IReadOnlyList<BlockText> blocks, List<Finding> findings, CancellationToken cancellation)
    {
        // A folder holds one version of a file: an altered file is named once, as altered, and not as an addition too.
        var sealedKeys = blocks.Select(block => Unversioned(block.Source)).ToHashSet(StringComparer.Ordinal);
        await foreach (var source in archive.ListAsync(cancellation))
        {
            if (!sealedKeys.Contains(Unversioned(source.Uri)))
            {
                findings.Add(new Finding(FindingKind.ObjectAdded, null, source.Uri, null, "The object is in the archive, but no block covers it."));
            }
        }
    }

    private static string Unversioned(string uri)
    {
        var query = uri.IndexOf("?versionId=", StringComparison.Ordinal);
        return query < 0 ? uri : uri[..query];
    }
}
