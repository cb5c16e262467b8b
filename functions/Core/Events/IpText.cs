using System.Globalization;
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

    private static IPAddress? ParseIPv4(string text)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        foreach (var part in text.AsSpan().Split('.'))
        {
            if (count == 4 || !byte.TryParse(text.AsSpan()[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            bytes[count++] = number;
        }

        return count == 4 ? new IPAddress(bytes) : null;
    }

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
