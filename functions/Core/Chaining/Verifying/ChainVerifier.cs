using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>Checks the blocks against one another and against the head, and names each that is not what was sealed.</summary>
internal static class ChainVerifier
{
    /// <returns>The blocks that can be read, by index, each once; damage goes to <paramref name="findings"/>.</returns>
    public static IReadOnlyList<BlockText> Verify(IReadOnlyList<StoredBlock> stored, LedgerHead head, List<Finding> findings)
    {
        var links = new SortedDictionary<long, List<Link>>();
        var last = -1L;
        foreach (var row in stored)
        {
            var text = BlockText.Parse(row.Text, out var reason);
            if (text is null)
            {
                findings.Add(new Finding(FindingKind.BlockAltered, row.Place, null, null, $"The block at place {row.Place} cannot be read: {reason}."));
                continue;
            }

            if (text.Index != row.Place)
            {
                findings.Add(new Finding(FindingKind.BlockReordered, row.Place, text.Source, null, $"The block at place {row.Place} says it is block {text.Index}."));
            }
            else if (text.Index <= last)
            {
                findings.Add(new Finding(FindingKind.BlockReordered, row.Place, text.Source, null, $"Block {text.Index} stands after block {last}."));
            }

            last = Math.Max(last, text.Index);
            if (!links.TryGetValue(text.Index, out var same))
            {
                links[text.Index] = same = [];
            }

            same.Add(new Link(text, ReferenceHashes.BlockLeaf(row.Text), row.LeafHash));
        }

        return Follow(links, stored, head, findings);
    }

    private static List<BlockText> Follow(
        SortedDictionary<long, List<Link>> links, IReadOnlyList<StoredBlock> stored, LedgerHead head, List<Finding> findings)
    {
        var blocks = new List<BlockText>();

        // From the head backwards: what a trusted successor names is what was sealed.
        Hash256? named = head.LeafHash;
        var by = "the head";
        var top = Math.Max(head.Size, links.Count == 0 ? 0 : links.Keys.Last() + 1);
        for (var index = top - 1; index >= 0; index--)
        {
            if (!links.TryGetValue(index, out var candidates))
            {
                if (!stored.Any(row => row.Place == index && BlockText.Parse(row.Text, out _) is null))
                {
                    findings.Add(new Finding(FindingKind.BlockMissing, index, null, null, $"Block {index} is missing: {by} says there is one."));
                }

                (named, by) = (null, $"the count of {head.Size} blocks");
                continue;
            }

            if (index >= head.Size)
            {
                findings.AddRange(candidates.Select(extra => new Finding(
                    FindingKind.BlockAdded, index, extra.Text.Source, null, $"Block {index} stands behind the head, which counts {head.Size}.")));
                blocks.Add(candidates[0].Text);
                continue;
            }

            var chosen = Choose(candidates, index, named, by, findings);
            blocks.Add(chosen.Text);

            // An altered block's own link proves nothing; the hash stored beside its predecessor is then the only witness.
            var sound = named is not null && chosen.Hash == named;
            named = sound ? chosen.Text.Previous : Witness(links, index - 1);
            by = sound ? $"block {index}" : "the hash stored beside it";
            if (index == 0 && chosen.Text.Previous != default)
            {
                findings.Add(new Finding(FindingKind.BlockMissing, 0, chosen.Text.Source, null, "The first block names a block before it."));
            }
        }

        blocks.Reverse();
        return blocks;
    }

    private static Link Choose(List<Link> candidates, long index, Hash256? named, string by, List<Finding> findings)
    {
        var chosen = candidates.Find(candidate => candidate.Hash == named) ?? candidates[0];
        if (named is not null && chosen.Hash != named)
        {
            findings.Add(new Finding(
                FindingKind.BlockAltered, index, chosen.Text.Source, null,
                $"Block {index} is not the block that was sealed: its hash is {chosen.Hash.ToBase64()}, {by} names {named.Value.ToBase64()}."));
        }

        foreach (var extra in candidates.Where(candidate => candidate != chosen))
        {
            findings.Add(new Finding(FindingKind.BlockAdded, index, extra.Text.Source, null, $"A second block {index} stands in the ledger."));
        }

        return chosen;
    }

    private static Hash256? Witness(SortedDictionary<long, List<Link>> links, long index) =>
        links.TryGetValue(index, out var candidates) ? candidates[0].StoredHash : null;

    private sealed record Link(BlockText Text, Hash256 Hash, Hash256? StoredHash);
}
