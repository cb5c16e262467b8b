using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment.Geo;

/// <summary>
/// Countries and networks of addresses from a file of the MaxMind DB format: GeoLite2, GeoIP2, DB-IP and others that use the same
/// field names. Immutable and safe for concurrent use.
/// </summary>
public sealed class GeoDatabase
{
    private readonly MmdbTree _tree;

    /// <param name="file">The whole file; it is kept and not copied.</param>
    /// <exception cref="InvalidDataException">The bytes are no such file; the message says why.</exception>
    public GeoDatabase(ReadOnlyMemory<byte> file) => _tree = new MmdbTree(file);

    /// <param name="address">An event's source address, which may be any text.</param>
    /// <returns>Null where the database says nothing of it.</returns>
    /// <exception cref="InvalidDataException">The file is damaged where the address leads.</exception>
    public GeoPlace? Find(string? address)
    {
        if (address is null || IpText.Parse(address) is not { } parsed || _tree.Find(parsed) is not { } at)
        {
            return null;
        }

        var data = _tree.Data;
        var country = data.Member(at, "country"u8) is { } map ? data.Text(data.Member(map, "iso_code"u8)) : null;
        var asn = data.Number(data.Member(at, "autonomous_system_number"u8));
        var organisation = data.Text(data.Member(at, "autonomous_system_organization"u8));
        return country is null && asn is null && organisation is null ? null : new GeoPlace(country, asn, organisation);
    }
}
