using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment.Labelling;

/// <summary>A range of addresses and its name.</summary>
internal sealed record LabelledNetwork(IPNetwork Range, string Name)
{
    /// <summary>A range in CIDR notation, or one address. Octets are decimal, as in records (<see cref="IpText"/>).</summary>
    /// <returns>Null, with a cause, where the text is no range.</returns>
    public static IPNetwork? Parse(string text, out string cause)
    {
        cause = $"'{text}' is no address range; write 198.51.100.0/24 or 2001:db8::/32";
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = IpText.Parse(slash < 0 ? text : text[..slash]);
        if (address is null || (address.AddressFamily == AddressFamily.InterNetwork) == text.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        var prefix = 8 * bytes.Length;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > 8 * bytes.Length))
        {
            return null;
        }

        var start = Cut(bytes, prefix);
        if (!start.AsSpan().SequenceEqual(bytes))
        {
            cause = $"'{text}' has bits beyond its prefix; write {new IPAddress(start)}/{prefix}";
            return null;
        }

        return new IPNetwork(address, prefix);
    }

    private static byte[] Cut(byte[] address, int prefix)
    {
        var cut = new byte[address.Length];
        for (var i = 0; i < cut.Length; i++)
        {
            var bits = Math.Clamp(prefix - (8 * i), 0, 8);
            cut[i] = (byte)(address[i] & (0xFF00 >> bits));
        }

        return cut;
    }
}
