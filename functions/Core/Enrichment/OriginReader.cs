using System.Net;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment;

/// <summary>Classes CloudTrail's <c>sourceIPAddress</c>, which is not always an address.</summary>
internal static class OriginReader
{
    private static readonly IPNetwork[] PrivateNetworks =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("::1/128"),
    ];

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
        if (stated.Equals("AWS Internal", StringComparison.OrdinalIgnoreCase))
        {
            return (OriginKind.AwsInternal, stated);
        }

        if (stated.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase) || stated.EndsWith(".aws.internal", StringComparison.OrdinalIgnoreCase)
            || stated.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase))
        {
            return (OriginKind.AwsService, stated);
        }

        var address = IpText.Parse(stated);
        if (address is null)
        {
            return (OriginKind.Malformed, stated);
        }

        var kind = Array.Exists(PrivateNetworks, network => network.Contains(address)) ? OriginKind.Private : OriginKind.Public;
        return (kind, address.ToString());
    }
}
