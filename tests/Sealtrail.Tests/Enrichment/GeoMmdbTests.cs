using Sealtrail.Core.Enrichment.Geo;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;
using static Sealtrail.Tests.Support.MmdbBuilder;

namespace Sealtrail.Tests.Enrichment;

public sealed class GeoMmdbTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(28)]
    [InlineData(32)]
    public void An_address_has_the_place_of_its_network(int recordBits)
    {
        var database = new GeoDatabase(Sample(recordBits).Build());

        Assert.Equal(new GeoPlace("DE", 64500, "Example Net"), database.Find("198.51.100.7"));
        Assert.Equal(new GeoPlace("FR", null, null), database.Find("203.0.113.200"));
        Assert.Equal(new GeoPlace("DE", 64500, "Example Net"), database.Find("2001:db8::1"));
        Assert.Null(database.Find("192.0.2.1"));
        Assert.Null(database.Find("2001:db9::1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("config.amazonaws.com")]
    [InlineData("AWS Internal")]
    public void What_is_no_address_has_no_place(string? text) => Assert.Null(new GeoDatabase(Sample(24).Build()).Find(text));

    [Fact]
    public void A_database_of_IPv4_does_not_know_IPv6()
    {
        var builder = new MmdbBuilder(24, 4);
        builder.Network("198.51.100.0/24", builder.Data(Map(("country", Map(("iso_code", Text("DE")))))));
        var database = new GeoDatabase(builder.Build());

        Assert.Equal("DE", database.Find("198.51.100.7")!.Country);
        Assert.Null(database.Find("2001:db8::1"));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 5_000)]
    [InlineData(3, 600_000)]
    [InlineData(4, 600_000)]
    public void Pointers_of_every_size_are_followed_for_names_and_values(int size, int target)
    {
        var builder = new MmdbBuilder(32, 4);
        builder.Data(new byte[target]);
        var key = builder.Data(Text("country"));
        var value = builder.Data(Map(("iso_code", Text("DE"))));
        builder.Network("198.51.100.0/24", builder.Data(Map((Pointer(key, size), Pointer(value, size)))));

        Assert.Equal("DE", new GeoDatabase(builder.Build()).Find("198.51.100.7")!.Country);
    }

    [Fact]
    public void Long_texts_and_values_of_other_types_are_stepped_over()
    {
        var builder = new MmdbBuilder(24, 4);
        builder.Network("198.51.100.0/24", builder.Data(Map(
            ("a", Text(new string('x', 40))), ("b", Text(new string('y', 400))), ("c", [0x68, .. new byte[8]]), ("d", [0x01, 0x07]),
            ("e", [0x02, 0x04, .. Text("en"), .. Map(("f", UInt16(1)))]), ("country", Map(("iso_code", Text("DE")))))));

        Assert.Equal("DE", new GeoDatabase(builder.Build()).Find("198.51.100.7")!.Country);
    }

    private static MmdbBuilder Sample(int recordBits)
    {
        var builder = new MmdbBuilder(recordBits, 6);
        var both = builder.Data(Map(
            ("country", Map(("geoname_id", UInt32(1)), ("iso_code", Text("DE")))),
            ("autonomous_system_number", UInt32(64500)),
            ("autonomous_system_organization", Text("Example Net"))));
        var country = builder.Data(Map(("country", Map(("iso_code", Text("FR"))))));
        return builder.Network("198.51.100.0/24", both).Network("203.0.113.128/25", country).Network("2001:db8::/32", both);
    }
}
