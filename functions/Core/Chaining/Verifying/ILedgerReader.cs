using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>
/// All that verification asks of a ledger: what it holds, as it stands, without judging it. Read access is enough.
/// An adapter must not repair, skip or re-order anything.
/// </summary>
public interface ILedgerReader
{
    /// <summary>The head as stored; the default where there is none.</summary>
    Task<LedgerHead> ReadHeadAsync(CancellationToken cancellation);

    /// <summary>Every block there is, by ascending place, each with the text stored at that place.</summary>
    IAsyncEnumerable<StoredBlock> ReadBlocksAsync(CancellationToken cancellation);

    /// <summary>
    /// The record leaves noted when the block was indexed, 32 bytes each, in file order; null where there are none.
    /// Only a help to name the record at fault: the verifier believes them where their root is the block's.
    /// </summary>
    Task<byte[]?> ReadLeavesAsync(long block, CancellationToken cancellation);
}

/// <param name="Place">The place in the store, which the text should repeat as its index.</param>
/// <param name="Text">The block text as stored.</param>
/// <param name="LeafHash">The leaf hash stored beside it; null where the store keeps none.</param>
public sealed record StoredBlock(long Place, string Text, Hash256? LeafHash);
