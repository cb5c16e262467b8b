using System.Security.Cryptography;

namespace Sealtrail.Core.Events;

/// <summary>
/// RFC 6962 section 2.1 leaf hashes: SHA-256(0x00 ‖ bytes), over one reused hash object.
/// Not safe for concurrent use.
/// </summary>
public sealed class LeafHasher : IDisposable
{
    private static readonly byte[] LeafPrefix = [0x00];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Hash256 Hash(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(LeafPrefix);
        _hash.AppendData(bytes);
        Span<byte> digest = stackalloc byte[Hash256.Size];
        _hash.GetHashAndReset(digest);
        return new Hash256(digest);
    }

    public void Dispose() => _hash.Dispose();
}
