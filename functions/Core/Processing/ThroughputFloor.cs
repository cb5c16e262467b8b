using System.Buffers;
using System.Text.Json;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Core.Processing;

/// <summary>
/// The floor that throughput is measured against: what no design can go below on the same files. Inflate, one bare pass of the
/// tokeniser, SHA-256 of each record, and the Merkle nodes.
/// </summary>
public static class ThroughputFloor
{
    /// <returns>The number of records passed.</returns>
    public static long Run(IEnumerable<Stream> objects)
    {
        using var hasher = new LeafHasher();
        return objects.Sum(source => Run(source, hasher));
    }

    private static long Run(Stream source, LeafHasher hasher)
    {
        using var inflated = StrictGzip.Open(source);
        var content = ArrayPool<byte>.Shared.Rent(1 << 20);
        var length = 0;
        for (int read; (read = inflated.Read(content, length, content.Length - length)) > 0;)
        {
            length += read;
            if (length == content.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(2 * length);
                content.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(content);
                content = larger;
            }
        }

        using var root = new MerkleRoot();
        var reader = new Utf8JsonReader(content.AsSpan(0, length));
        var start = 0;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 })
            {
                start = (int)reader.TokenStartIndex;
            }
            else if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 2 })
            {
                root.Append(hasher.Hash(content.AsSpan(start, (int)reader.BytesConsumed - start)));
            }
        }

        ArrayPool<byte>.Shared.Return(content);
        return root.Count;
    }
}
