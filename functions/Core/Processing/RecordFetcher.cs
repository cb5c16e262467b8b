using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Core.Processing;

/// <summary>Fetches a record's bytes from the archive.</summary>
public static class RecordFetcher
{
    /// <returns>The exact bytes of the record that the event was made of; null where the object does not hold it at its place.</returns>
    /// <exception cref="IOException">The object cannot be read.</exception>
    public static async Task<byte[]?> FetchAsync(IObjectArchive archive, AuditEvent e, CancellationToken cancellation)
    {
        await using var stream = await archive.OpenAsync(e.Place.Source, cancellation);
        using var reader = new RecordReader(stream, new ParsingLimits());
        using var hasher = new LeafHasher();
        while (reader.MoveNext())
        {
            if (reader.Index == e.Place.Index)
            {
                return hasher.Hash(reader.Bytes) == e.Leaf ? reader.Bytes.ToArray() : null;
            }
        }

        return null;
    }
}
