using System.Text;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>
/// Postings' references, compact: for each the time in milliseconds, the event id (16 bytes where it is a UUID in lower case),
/// and the whole digest's first eight bytes. What follows the digest's first eight bytes is looked up with the event.
/// </summary>
public static class EventRefCodec
{
    /// <summary>How many bytes of a digest tell two records of one event id apart.</summary>
    public const int DigestBytes = 8;

    private const byte IsUuid = 1;
    private const byte HasTime = 2;

    public static byte[] Encode(IEnumerable<EventRef> references)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (var (time, id) in references)
        {
            var uuid = Guid.TryParseExact(id.Value, "D", out var guid) && guid.ToString("D") == id.Value;
            writer.Write((byte)((uuid ? IsUuid : 0) | (time is null ? 0 : HasTime)));
            if (time is { } at)
            {
                writer.Write7BitEncodedInt64(at.ToUnixTimeMilliseconds());
            }

            if (uuid)
            {
                writer.Write(guid.ToByteArray(bigEndian: true));
            }
            else
            {
                writer.Write(id.Value);
            }

            writer.Write(id.Digest.ToArray().AsSpan(0, DigestBytes));
        }

        return bytes.ToArray();
    }

    public static IEnumerable<(DateTimeOffset? Time, string Id, byte[] Digest)> Decode(byte[] encoded)
    {
        using var reader = new BinaryReader(new MemoryStream(encoded), Encoding.UTF8);
        while (reader.BaseStream.Position < encoded.Length)
        {
            var flags = reader.ReadByte();
            DateTimeOffset? time = (flags & HasTime) == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.Read7BitEncodedInt64());
            var id = (flags & IsUuid) == 0 ? reader.ReadString() : new Guid(reader.ReadBytes(16), bigEndian: true).ToString("D");
            yield return (time, id, reader.ReadBytes(DigestBytes));
        }
    }
}
