using System.Net;
using System.Text;

namespace Sealtrail.Tests.Support;

/// <summary>Builds small files of the MaxMind DB format, after its specification and apart from our reader.</summary>
internal sealed class MmdbBuilder(int recordBits, int ipVersion)
{
    private readonly List<int[]> _nodes = [[-1, -1]];
    private readonly List<byte> _data = [];

    /// <summary>What the metadata say instead of the truth.</summary>
    public Dictionary<string, long> Lies { get; } = [];

    public int DataLength => _data.Count;

    /// <summary>Appends bytes to the data section and gives their offset.</summary>
    public int Data(params byte[] bytes)
    {
        var at = _data.Count;
        _data.AddRange(bytes);
        return at;
    }

    /// <param name="value">An offset in the data section.</param>
    public MmdbBuilder Network(string network, int value)
    {
        var range = IPNetwork.Parse(network);
        var bits = range.BaseAddress.GetAddressBytes();
        var zeros = ipVersion == 6 && bits.Length == 4 ? 96 : 0;
        var node = 0;
        for (var i = 0; i < zeros + range.PrefixLength - 1; i++)
        {
            var bit = Bit(bits, i - zeros);
            if (_nodes[node][bit] == -1)
            {
                _nodes[node][bit] = _nodes.Count;
                _nodes.Add([-1, -1]);
            }

            node = _nodes[node][bit];
        }

        _nodes[node][Bit(bits, range.PrefixLength - 1)] = -2 - value;
        return this;
    }

    public byte[] Build()
    {
        using var file = new MemoryStream();
        foreach (var node in _nodes)
        {
            var (left, right) = (Record(node[0]), Record(node[1]));
            byte[] bytes = recordBits switch
            {
                24 => [.. Low(left, 3), .. Low(right, 3)],
                28 => [.. Low(left, 3), (byte)((left >> 24 << 4) | (right >> 24)), .. Low(right, 3)],
                _ => [.. Low(left, 4), .. Low(right, 4)],
            };
            file.Write(bytes);
        }

        file.Write(new byte[16]);
        file.Write([.. _data]);
        file.Write([0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8]);
        file.Write(Map(
            ("node_count", UInt32(Lies.GetValueOrDefault("node_count", _nodes.Count))),
            ("record_size", UInt16((int)Lies.GetValueOrDefault("record_size", recordBits))),
            ("ip_version", UInt16((int)Lies.GetValueOrDefault("ip_version", ipVersion))),
            ("binary_format_major_version", UInt16((int)Lies.GetValueOrDefault("binary_format_major_version", 2))),
            ("binary_format_minor_version", UInt16(0)),
            ("database_type", Text("Test")),
            ("languages", [0x01, 0x04, .. Text("en")])));
        return file.ToArray();
    }

    public static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length < 29 ? [(byte)(0x40 | bytes.Length), .. bytes]
            : bytes.Length < 285 ? [0x5D, (byte)(bytes.Length - 29), .. bytes]
            : [0x5E, .. Low(bytes.Length - 285, 2), .. bytes];
    }

    public static byte[] UInt16(int value) => [0xA2, .. Low(value, 2)];

    public static byte[] UInt32(long value) => [0xC4, .. Low(value, 4)];

    public static byte[] Map(params (string Name, byte[] Value)[] members) => Map([.. members.Select(member => (Text(member.Name), member.Value))]);

    public static byte[] Map(params (byte[] Name, byte[] Value)[] members) =>
        [(byte)(0xE0 | members.Length), .. members.SelectMany(member => member.Name.Concat(member.Value))];

    /// <summary>A pointer of the given number of bytes after its control byte.</summary>
    public static byte[] Pointer(int target, int size = 4) => size switch
    {
        1 => [(byte)(0x20 | (target >> 8)), (byte)target],
        2 => [(byte)(0x28 | ((target - 2048) >> 16)), .. Low(target - 2048, 2)],
        3 => [(byte)(0x30 | ((target - 526_336) >> 24)), .. Low(target - 526_336, 3)],
        _ => [0x38, .. Low(target, 4)],
    };

    private static int Bit(byte[] bytes, int place) => place < 0 ? 0 : (bytes[place / 8] >> (7 - (place % 8))) & 1;

    private static byte[] Low(long value, int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((value >> (8 * (length - 1 - i))) & 0xFF))];

    private long Record(int link) => link == -1 ? _nodes.Count : link >= 0 ? link : _nodes.Count + 16L + (-2 - link);
}
