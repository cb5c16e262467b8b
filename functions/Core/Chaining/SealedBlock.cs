using System.Text;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining;

/// <summary>A block with its exact text and the leaf hash of that text.</summary>
public sealed record SealedBlock(long Index, string Source, string Text, Hash256 LeafHash)
{
    public static SealedBlock Of(Block block)
    {
        var text = block.ToText();
        using var hasher = new LeafHasher();
        return new SealedBlock(block.Index, block.Source, text, hasher.Hash(Encoding.UTF8.GetBytes(text)));
    }
}
