using System.Net;
using System.Net.Sockets;

namespace Sealtrail.Core.Enrichment.Geo;

/// <summary>
/// A file of the MaxMind DB format, version 2.0: a binary tree over the bits of an address, whose leaves are offsets of values.
/// Immutable and safe for concurrent use.
/// </summary>
internal sealed class MmdbTree
{
    private const int LongestMetadata = 128 * 1024;
    private const int Separator = 16;

    private static readonly byte[] Marker = [0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8];

    private readonly ReadOnlyMemory<byte> _nodes;
    private readonly long _count;
    private readonly int _recordBits;
    private readonly bool _isIPv6;

    /// <exception cref="InvalidDataException">The bytes are no such file.</exception>
    public MmdbTree(ReadOnlyMemory<byte> file)
    {
        var tail = Math.Max(0, file.Length - LongestMetadata);
        var marker = file.Span[tail..].LastIndexOf(Marker);
        if (marker < 0)
        {
            throw new InvalidDataException("this is no MaxMind DB file: its marker is not there");
        }

        var metadata = new MmdbSection(file[(tail + marker + Marker.Length)..]);
        _count = Field("node_count"u8);
        var recordBits = Field("record_size"u8);
        var version = Field("ip_version"u8);
        _isIPv6 = version == 6;
        var treeBytes = recordBits / 4 * _count;
        if (Field("binary_format_major_version"u8) != 2 || version is not (4 or 6) || recordBits is not (24 or 28 or 32)
            || treeBytes + Separator > tail + marker)
        {
            throw new InvalidDataException("this MaxMind DB file has a format that is not known, or breaks off");
        }

        _recordBits = (int)recordBits;
        _nodes = file[..(int)treeBytes];
        Data = new MmdbSection(file[((int)treeBytes + Separator)..(tail + marker)]);

        long Field(ReadOnlySpan<byte> name) => metadata.Number(metadata.Member(0, name)) is { } number and <= uint.MaxValue
            ? number
            : throw new InvalidDataException("this MaxMind DB file does not describe itself");
    }

    public MmdbSection Data { get; }

    /// <returns>The offset of the address's value in <see cref="Data"/>; null where the database does not know the address.</returns>
    /// <exception cref="InvalidDataException">A leaf leads to no value.</exception>
    public int? Find(IPAddress address)
    {
        var bits = address.GetAddressBytes();
        var isIPv6 = address.AddressFamily == AddressFamily.InterNetworkV6;
        if (isIPv6 && !_isIPv6)
        {
            return null;
        }

        // IPv4 stands in a tree of IPv6 under ::/96.
        var zeros = _isIPv6 && !isIPv6 ? 96 : 0;
        var at = 0L;
        for (var i = 0; i < zeros + (8 * bits.Length) && at < _count; i++)
        {
            var bit = i < zeros ? 0 : (bits[(i - zeros) / 8] >> (7 - ((i - zeros) % 8))) & 1;
            at = Record(at, bit);
        }

        if (at <= _count)
        {
            return null;
        }

        var value = at - _count - Separator;
        return value is >= 0 and <= int.MaxValue ? (int)value : throw new InvalidDataException("the database is damaged: a leaf leads into its tree");
    }

    private long Record(long node, int bit)
    {
        var record = _nodes.Span.Slice((int)(node * _recordBits / 4), _recordBits / 4);
        return _recordBits switch
        {
            24 => BigEndian(record.Slice(3 * bit, 3)),
            32 => BigEndian(record.Slice(4 * bit, 4)),
            // The byte in the middle holds the highest four bits of both.
            _ => bit == 0 ? ((long)(record[3] >> 4) << 24) | BigEndian(record[..3]) : ((long)(record[3] & 15) << 24) | BigEndian(record[4..]),
        };
    }

    private static long BigEndian(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        foreach (var b in bytes)
        {
            value = (value << 8) | b;
        }

        return value;
    }
}
