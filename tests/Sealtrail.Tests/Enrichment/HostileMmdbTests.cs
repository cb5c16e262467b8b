using System.Diagnostics;
using Sealtrail.Core.Enrichment.Geo;
using Sealtrail.Tests.Support;
using Xunit;
using static Sealtrail.Tests.Support.MmdbBuilder;

namespace Sealtrail.Tests.Enrichment;

public sealed class HostileMmdbTests
{
    private static readonly string[] Addresses = ["198.51.100.7", "0.0.0.0", "255.255.255.255", "2001:db8::1", "::"];

    [Fact]
    public void No_change_of_any_byte_makes_more_than_a_refusal()
    {
        var random = new Random(20261110);
        var whole = Sample().Build();
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < 30_000; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Look(round % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("node_count", uint.MaxValue)]
    [InlineData("node_count", 100_000)]
    [InlineData("record_size", 16)]
    [InlineData("record_size", 65_535)]
    [InlineData("ip_version", 5)]
    [InlineData("binary_format_major_version", 3)]
    public void Metadata_that_cannot_be_true_are_refused(string field, long value)
    {
        var builder = Sample();
        builder.Lies[field] = value;

        Assert.Throws<InvalidDataException>(() => new GeoDatabase(builder.Build()));
    }

    [Fact]
    public void What_is_no_database_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => new GeoDatabase(ReadOnlyMemory<byte>.Empty));
        Assert.Throws<InvalidDataException>(() => new GeoDatabase("Records"u8.ToArray()));
    }

    [Fact]
    public void A_pointer_to_itself_ends() => Refused(builder => builder.Data(Pointer(builder.DataLength)));

    [Fact]
    public void Pointers_to_each_other_end() => Refused(builder =>
    {
        var first = builder.DataLength;
        builder.Data(Pointer(first + 5));
        return builder.Data(Pointer(first));
    });

    [Fact]
    public void A_map_that_holds_itself_ends()
    {
        var builder = new MmdbBuilder(24, 4);
        var at = builder.DataLength;
        builder.Network("198.51.100.0/24", builder.Data(Map((Text("country"), Pointer(at)))));

        Assert.Null(new GeoDatabase(builder.Build()).Find("198.51.100.7"));
    }

    [Fact]
    public void Deep_nesting_ends() => Refused(builder =>
    {
        byte[] deep = [0x01, 0x04, .. Enumerable.Repeat<byte[]>([0x01, 0x04], 50_000).SelectMany(level => level)];
        return builder.Data([0xE1, .. Text("x"), .. deep, .. Text("country")]);
    });

    [Fact]
    public void A_map_of_millions_ends() => Refused(builder => builder.Data([0xFF, 0xFF, 0xFF, 0xFF, .. Enumerable.Repeat((byte)0x40, 200_000)]));

    private static void Refused(Func<MmdbBuilder, int> value)
    {
        var builder = new MmdbBuilder(24, 4);
        builder.Network("198.51.100.0/24", value(builder));
        var database = new GeoDatabase(builder.Build());

        Assert.Throws<InvalidDataException>(() => database.Find("198.51.100.7"));
    }

    private static void Look(byte[] bytes)
    {
        try
        {
            var database = new GeoDatabase(bytes);
            foreach (var address in Addresses)
            {
                database.Find(address);
            }
        }
        catch (InvalidDataException)
        {
            // Refused, as it should be; any other exception fails the test.
        }
    }

    private static MmdbBuilder Sample()
    {
        var builder = new MmdbBuilder(24, 6);
        var name = builder.Data(Text("country"));
        var value = builder.Data(Map(
            (Pointer(name), Map(("iso_code", Text("DE")), ("names", Map(("en", Text("Germany")))))),
            (Text("autonomous_system_number"), UInt32(64500)),
            (Text("autonomous_system_organization"), Text("Example Net"))));
        return builder.Network("198.51.100.0/24", value).Network("2001:db8::/32", value);
    }
}
