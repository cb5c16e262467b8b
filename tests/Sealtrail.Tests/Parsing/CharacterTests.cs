using System.Text;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>Duplicate keys, keys by case, escapes and bytes that are no UTF-8: kept as they stand, and read without an error.</summary>
public sealed class CharacterTests
{
    [Fact]
    public void Of_a_key_that_stands_twice_the_last_counts()
    {
        var record = Records.Record(1).Insert(1, "\"eventName\":\"First\",\"eventID\":null,");

        Assert.Equal((Records.Id(1), "DescribeInstances"), (Sample.Event(record).Id.Value, Sample.Event(record).Action));
        Assert.Equal([record], Reading.Of(Records.File(record)).Records);
    }

    [Fact]
    public void Keys_that_differ_in_case_are_different_keys()
    {
        var e = Sample.Event(Records.Record(1, extra: "\"EventName\":\"Other\",\"EVENTTIME\":\"x\",\"useridentity\":null,"));

        Assert.Equal(("DescribeInstances", Records.Time(1), "alice"), (e.Action, Core.Events.TimeText.Seconds(e.Time!.Value), e.Actor.Name));
    }

    [Theory]
    [InlineData("a\\u0026b", "a&b")]
    [InlineData("\\u003cany\\u003E", "<any>")]
    [InlineData("caf\\u00e9", "café")]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t")]
    [InlineData("a\\u0000b", "a\0b")]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("x\\udc00y", "x\uFFFDy")]
    [InlineData("\\ud800\\ud83d\\ude00", "\uFFFD😀")]
    public void Escapes_are_undone_and_a_lone_surrogate_is_no_obstacle(string escaped, string expected) =>
        Assert.Equal(expected, Sample.Event(Records.Record(1, action: escaped)).Action);

    [Fact]
    public void Keys_written_with_escapes_are_read_as_what_they_say()
    {
        var e = Sample.Event(Records.Record(1, action: "Call").Replace("\"eventName\"", "\"\\u0065ventNam\\u0065\"", StringComparison.Ordinal));

        Assert.Equal("Call", e.Action);
    }

    [Fact]
    public void A_key_with_a_lone_surrogate_is_no_obstacle() =>
        Assert.Equal(Records.Id(1), Sample.Event(Records.Record(1, extra: "\"\\udc00 a key longer than others\":1,")).Id.Value);

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    public void Bytes_that_are_no_UTF8_stay_in_the_record_and_are_read_as_replacements(byte[] bad)
    {
        var record = Encoding.Latin1.GetBytes(Records.Record(1, extra: $"\"k{Encoding.Latin1.GetString(bad)}\":\"{Encoding.Latin1.GetString(bad)}\",", action: "a" + Encoding.Latin1.GetString(bad)));
        var reading = Reading.Of([.. "["u8, .. record, .. ","u8, .. Encoding.UTF8.GetBytes(Records.Record(2)), .. "]"u8]);

        Assert.Equal(record, reading.Items[0].Bytes);
        Assert.Equal("2 records, 0 damaged", reading.Count);
    }

    [Fact]
    public void Names_in_every_script_come_through()
    {
        const string Name = "Ünïcødé-имя-名前-😀";

        Assert.Equal(Name, Sample.Event(Records.Record(1, action: Name)).Action);
    }

    [Theory]
    [InlineData("1E10")]
    [InlineData("2.5E-4")]
    [InlineData("1794268800000")]
    [InlineData("-0")]
    [InlineData("1e999")]
    [InlineData("123456789012345678901234567890")]
    public void Numbers_of_any_size_and_spelling_are_no_obstacle(string number) =>
        Assert.Equal(Records.Id(1), Sample.Event(Records.Record(1, extra: $"\"x\":{number},")).Id.Value);
}
