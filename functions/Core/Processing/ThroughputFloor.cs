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
        using var content = new MemoryStream();
        inflated.CopyTo(content);
        using var root = new MerkleRoot();
        var reader = new Utf8JsonReader(content.GetBuffer().AsSpan(0, (int)content.Length));
        var start = 0;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 })
            {
                start = (int)reader.TokenStartIndex;
            }
            else if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 2 })
            {
                root.Append(hasher.Hash(content.GetBuffer().AsSpan(start, (int)reader.BytesConsumed - start)));
            }
        }

        return root.Count;
    }
}
