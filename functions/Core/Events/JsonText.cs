using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Sealtrail.Core.Events;

/// <summary>
/// Undoes the escapes of JSON strings (RFC 8259 section 7). A lone surrogate becomes U+FFFD rather than an error:
/// a record is not lost for one odd character.
/// </summary>
internal static class JsonText
{
    private static readonly byte[] Replacement = [0xEF, 0xBF, 0xBD];

    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        var rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var text = Encoding.UTF8.GetString(rented.AsSpan(0, Unescape(raw, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    public static bool UnescapedEquals(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> text)
    {
        var rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var equal = rented.AsSpan(0, Unescape(raw, rented)).SequenceEqual(text);
        ArrayPool<byte>.Shared.Return(rented);
        return equal;
    }

    /// <param name="raw">The inside of a JSON string that a JSON reader has accepted.</param>
    /// <param name="destination">At least as long as <paramref name="raw"/>: unescaping never lengthens.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var slash = raw.IndexOf((byte)'\\');
            if (slash < 0)
            {
                raw.CopyTo(destination[written..]);
                return written + raw.Length;
            }

            raw[..slash].CopyTo(destination[written..]);
            written += slash;
            var escape = raw[slash + 1];
            if (escape != 'u')
            {
                destination[written++] = escape switch
                {
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    _ => escape,
                };
                raw = raw[(slash + 2)..];
                continue;
            }

            var unit = HexUnit(raw[(slash + 2)..]);
            raw = raw[(slash + 6)..];
            if (char.IsHighSurrogate(unit) && raw.Length >= 6 && raw[0] == '\\' && raw[1] == 'u'
                && HexUnit(raw[2..]) is var low && char.IsLowSurrogate(low))
            {
                written += new Rune(unit, low).EncodeToUtf8(destination[written..]);
                raw = raw[6..];
            }
            else if (char.IsSurrogate(unit))
            {
                Replacement.CopyTo(destination[written..]);
                written += Replacement.Length;
            }
            else
            {
                written += new Rune(unit).EncodeToUtf8(destination[written..]);
            }
        }
    }

    private static char HexUnit(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits[..4], out ushort unit, out var read, 'x') && read == 4
            ? (char)unit
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"\\u{Encoding.ASCII.GetString(digits[..4])} is no escape"));
}
