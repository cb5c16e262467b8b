using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining;

/// <summary>What is known of an object before it has its place in the chain.</summary>
public sealed record BlockDraft(
    ObjectSource Source,
    ContentDigest Content,
    long RecordCount,
    Hash256 RecordsRoot,
    DateTimeOffset? Oldest,
    DateTimeOffset? Newest)
{
    public Block At(LedgerHead head, DateTimeOffset sealedAt) => new()
    {
        Index = head.Size,
        Previous = head.LeafHash,
        Source = Source.Uri,
        Content = Content,
        RecordCount = RecordCount,
        RecordsRoot = RecordsRoot,
        Oldest = Oldest,
        Newest = Newest,
        SealedAt = sealedAt,
    };

    /// <summary>Whether a block sealed earlier under the same source says the same of the object.</summary>
    internal bool Agrees(SealedBlock block)
    {
        var ours = At(new LedgerHead(block.Index, default), DateTimeOffset.UnixEpoch).ToText().Split('\n');
        var theirs = block.Text.Split('\n');
        return theirs.Length == ours.Length && ours.AsSpan(3, 4).SequenceEqual(theirs.AsSpan(3, 4));
    }
}
