using System.Security.Cryptography;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining;

/// <summary>
/// The RFC 6962 (section 2.1) tree hash over leaves that come one by one. Keeps one hash for each complete subtree,
/// so memory is the logarithm of the number of leaves. Not safe for concurrent use.
/// </summary>
internal sealed class MerkleRoot : IDisposable
{
    private static readonly byte[] NodePrefix = [0x01];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Hash256[] _complete = new Hash256[64];
    private readonly byte[] _pair = new byte[2 * Hash256.Size];
    private int _height;

    public long Count { get; private set; }

    public void Append(Hash256 leaf)
    {
        // A leaf closes as many subtrees as the count so far has trailing ones.
        for (var bits = Count; (bits & 1) == 1; bits >>= 1)
        {
            leaf = Node(_complete[--_height], leaf);
        }

        _complete[_height++] = leaf;
        Count++;
    }

    /// <summary>The root over all leaves so far; SHA-256 of nothing where there are none.</summary>
    public Hash256 Current()
    {
        if (_height == 0)
        {
            return new Hash256(SHA256.HashData([]));
        }

        var root = _complete[_height - 1];
        for (var left = _height - 2; left >= 0; left--)
        {
            root = Node(_complete[left], root);
        }

        return root;
    }

    public void Dispose() => _hash.Dispose();

    private Hash256 Node(Hash256 left, Hash256 right)
    {
        left.CopyTo(_pair);
        right.CopyTo(_pair.AsSpan(Hash256.Size));
        _hash.AppendData(NodePrefix);
        _hash.AppendData(_pair);
        Span<byte> digest = stackalloc byte[Hash256.Size];
        _hash.GetHashAndReset(digest);
        return new Hash256(digest);
    }
}
