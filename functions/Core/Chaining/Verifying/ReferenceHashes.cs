using System.Security.Cryptography;
using System.Text;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>
/// The hashes of the format, straight from their definitions. Deliberately not the writer's code: a mistake there must not
/// be believed here.
/// </summary>
internal static class ReferenceHashes
{
    public static Hash256 Leaf(ReadOnlySpan<byte> bytes)
    {
        var input = new byte[bytes.Length + 1];
        bytes.CopyTo(input.AsSpan(1));
        return new Hash256(SHA256.HashData(input));
    }

    public static Hash256 BlockLeaf(string text) => Leaf(Encoding.UTF8.GetBytes(text));

    /// <summary>RFC 6962 section 2.1, MTH(D[n]).</summary>
    public static Hash256 Root(ReadOnlySpan<Hash256> leaves)
    {
        switch (leaves.Length)
        {
            case 0:
                return new Hash256(SHA256.HashData([]));
            case 1:
                return leaves[0];
        }

        var split = 1;
        while (2 * split < leaves.Length)
        {
            split *= 2;
        }

        var node = new byte[1 + (2 * Hash256.Size)];
        node[0] = 0x01;
        Root(leaves[..split]).CopyTo(node.AsSpan(1));
        Root(leaves[split..]).CopyTo(node.AsSpan(1 + Hash256.Size));
        return new Hash256(SHA256.HashData(node));
    }
}
