using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Sealtrail.Core.Events;

/// <summary>
/// Reads IP addresses as CloudTrail writes them. A leading zero in IPv4 is only a zero: <see cref="IPAddress.Parse(string)"/>
/// would read the number as octal and name another host.
/// </summary>
internal static class IpText
{
    public static IPAddress? Parse(string text) => ParseIPv4(text) ?? ParseIPv6(text);

    /// <summary>Four decimal numbers below 256, as one number in network order.</summary>
    public static bool TryParseIPv4(ReadOnlySpan<char> text, out uint address)
    {
        address = 0;
        var (parts, digits, part) = (1, 0, 0u);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && digits < 10 && (part = (part * 10) + c - '0') <= 255)
            {
                digits++;
            }
            else if (c == '.' && digits > 0 && parts < 4)
            {
                address = (address << 8) | part;
                (parts, digits, part) = (parts + 1, 0, 0);
            }
            else
            {
                return false;
            }
        }

        address = (address << 8) | part;
        return parts == 4 && digits > 0;
    }

    private static IPAddress? ParseIPv4(string text) =>
        TryParseIPv4(text, out var address) ? new IPAddress(BinaryPrimitives.ReverseEndianness(address)) : null;

    private static IPAddress? ParseIPv6(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal) || text.Length > 45
            || !IPAddress.TryParse(text, out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
