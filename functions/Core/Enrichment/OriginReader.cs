using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment;

/// <summary>Classes CloudTrail's <c>sourceIPAddress</c>, which is not always an address.</summary>
internal static class OriginReader
{
    private static readonly (uint Network, uint Mask)[] PrivateIPv4 =
    [
        (0x0A00_0000, 0xFF00_0000), // 10.0.0.0/8
        (0xAC10_0000, 0xFFF0_0000), // 172.16.0.0/12
        (0xC0A8_0000, 0xFFFF_0000), // 192.168.0.0/16
        (0x6440_0000, 0xFFC0_0000), // 100.64.0.0/10
        (0x7F00_0000, 0xFF00_0000), // 127.0.0.0/8
        (0xA9FE_0000, 0xFFFF_0000), // 169.254.0.0/16
    ];

    private static readonly IPNetwork[] PrivateIPv6 = [IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("::1/128")];

    public static Origin Read(JsonValue record)
    {
        var stated = record["sourceIPAddress"u8].ScalarText;
        var agent = record["userAgent"u8].ScalarText;
        if (string.IsNullOrEmpty(stated))
        {
            return new Origin(OriginKind.Absent, null, agent);
        }

        var (kind, address) = Classify(stated);
        return new Origin(kind, address, agent);
    }

    /// <returns>The class, and the address in its canonical form; other text as it stands.</returns>
    public static (OriginKind Kind, string Address) Classify(string stated)
    {
        if (IpText.TryParseIPv4(stated, out var number))
        {
            return (IsPrivate(number) ? OriginKind.Private : OriginKind.Public, Canonical(stated, number));
        }

        if (stated.Equals("AWS Internal", StringComparison.OrdinalIgnoreCase))
        {
            return (OriginKind.AwsInternal, stated);
        }

        if (stated.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase) || stated.EndsWith(".aws.internal", StringComparison.OrdinalIgnoreCase)
            || stated.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase))
        {
            return (OriginKind.AwsService, stated);
        }

        if (IpText.Parse(stated) is not { } address)
        {
            return (OriginKind.Malformed, stated);
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Classify(address.ToString());
        }

        return (Array.Exists(PrivateIPv6, network => network.Contains(address)) ? OriginKind.Private : OriginKind.Public, address.ToString());
    }

    private static bool IsPrivate(uint address)
    {
        foreach (var (network, mask) in PrivateIPv4)
        {
            if ((address & mask) == network)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text itself, unless a part is written with leading zeros.</summary>
    private static string Canonical(string stated, uint address)
    {
        for (var i = 0; i < stated.Length - 1; i++)
        {
            if (stated[i] == '0' && char.IsAsciiDigit(stated[i + 1]) && (i == 0 || stated[i - 1] == '.'))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");
            }
        }

        return stated;
    }
}
