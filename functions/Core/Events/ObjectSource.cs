using System.Text;

namespace Sealtrail.Core.Events;

/// <summary>
/// One version of one object of the archive, as the ledger names it:
/// <c>scheme://container/key?versionId=version</c>, or <c>scheme:key?versionId=version</c> without a container.
/// Key and version are percent-encoded byte by byte (RFC 3986: all but unreserved characters, and <c>/</c> in keys).
/// </summary>
public sealed record ObjectSource
{
    private ObjectSource(string uri, string key, string version)
    {
        Uri = uri;
        Key = key;
        Version = version;
    }

    /// <summary>The percent-encoded form; two sources are the same object and version when this is equal.</summary>
    public string Uri { get; }

    /// <summary>The key as the archive has it, decoded.</summary>
    public string Key { get; }

    /// <summary>Empty where the archive keeps no versions.</summary>
    public string Version { get; }

    public static ObjectSource Create(string scheme, string container, string key, string version)
    {
        var uri = new StringBuilder(scheme).Append(':');
        if (container.Length > 0)
        {
            uri.Append("//").Append(container).Append('/');
        }

        Encode(uri, key, keepSlash: true);
        if (version.Length > 0)
        {
            uri.Append("?versionId=");
            Encode(uri, version, keepSlash: false);
        }

        return new ObjectSource(uri.ToString(), key, version);
    }

    /// <summary>Reads a <see cref="Uri"/> back; null where the text is no source.</summary>
    public static ObjectSource? Parse(string uri)
    {
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return null;
        }

        var rest = uri[(colon + 1)..];
        var container = "";
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            if (slash < 0)
            {
                return null;
            }

            container = rest[2..slash];
            rest = rest[(slash + 1)..];
        }

        var query = rest.IndexOf("?versionId=", StringComparison.Ordinal);
        var key = System.Uri.UnescapeDataString(query < 0 ? rest : rest[..query]);
        var version = query < 0 ? "" : System.Uri.UnescapeDataString(rest[(query + 11)..]);
        var source = Create(uri[..colon], container, key, version);
        return source.Uri == uri ? source : null;
    }

    public bool Equals(ObjectSource? other) => other is not null && Uri == other.Uri;

    public override int GetHashCode() => Uri.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Uri;

    private static void Encode(StringBuilder to, string text, bool keepSlash)
    {
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' || (keepSlash && c == '/'))
            {
                to.Append(c);
            }
            else
            {
                to.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }
}
