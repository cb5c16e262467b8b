namespace Sealtrail.Core.Events;

/// <summary>Where an address is, and whose: what a database says today, which is never stored with an event.</summary>
/// <param name="Country">ISO 3166-1, two letters.</param>
/// <param name="Asn">The number of the autonomous system.</param>
/// <param name="Organisation">Who runs the autonomous system.</param>
public sealed record GeoPlace(string? Country, long? Asn, string? Organisation);
