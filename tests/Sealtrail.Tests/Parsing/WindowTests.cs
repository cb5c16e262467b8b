using System.Text;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>Content is read through a window of 256 KB: where its edge falls, and in what pieces bytes arrive, changes nothing.</summary>
public sealed class WindowTests
{
    private const int Window = 256 << 10;

    private const string Small = """{"eventVersion":"1","eventName":"a\u0026b","x":[-1.5e3,true,null]}""";

    public static TheoryData<string> Shapes =>
    [
        $$"""{"Records":[{{Small}},{{Small}}]}""",
        $$"""{"key":{"a":[1]},"\u0045vents":[{{Small}},12,"text",null],"after":"x","Records":[{{Small}}]} """,
        $$"""[{{Small}},{"eventVersion":tru},{{Small}},nonsense{  "eventVersion":"2"}]""",
        $"{Small}\n{{\"broken\":}}\n{Small}\r\n[{Small}]\n",
        $$"""{"Records":[{{Small}}],oops} text""" + "\n" + Small,
        $$"""{"Records":[{{Small}},{"eventVersion":""",
        $"\"text\" 12\n{Small}{{}}",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_edge_of_the_window_may_fall_on_any_byte(string content)
    {
        var expected = Reading.Of(content);
        for (var before = Window - content.Length - 2; before <= Window + 2; before++)
        {
            var reading = Reading.Of(new TricklingStream(Encoding.UTF8.GetBytes(new string(' ', before) + content), 50_000, new Random(before)));

            Assert.Equal(Told(expected, before), Told(reading, 0));
            Assert.Equal(before + content.Length, reading.Content!.Bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Bytes_may_arrive_in_any_pieces(string content)
    {
        var expected = Reading.Of(content);
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + content);
        for (var most = 1; most <= bytes.Length; most++)
        {
            Assert.Equal(Told(expected, 3), Told(Reading.Of(new TricklingStream(bytes, most)), 0));
            Assert.Equal(Told(expected, 3), Told(Reading.Of(new TricklingStream(bytes, most, new Random(most))), 0));
        }
    }

    [Fact]
    public void Gzip_may_arrive_byte_by_byte()
    {
        var reading = Reading.Of(new TricklingStream(Gzip.Of(Records.File(1, 400)), 1));

        Assert.Equal(Enumerable.Range(1, 400), reading.Numbers);
        Assert.NotNull(reading.Content);
    }

    [Theory]
    [InlineData(Window - 600)]
    [InlineData(Window)]
    [InlineData((1 << 20) - 1)]
    [InlineData(3 << 20)]
    public void A_record_larger_than_the_window_is_whole_and_so_are_its_neighbours(int padding)
    {
        var large = Records.Record(2, extra: $"\"padding\":\"{new string('x', padding)}\",");
        var reading = Reading.OfGzip(Records.File(Records.Record(1), large, Records.Record(3)));

        Assert.Equal([Records.Record(1), large, Records.Record(3)], reading.Records);
    }

    [Fact]
    public void Many_records_of_256_KB_come_through_as_events()
    {
        var padding = new string('x', Window - 700);
        var results = Sample.Results(Records.File(Enumerable.Range(1, 8).Select(number => Records.Record(number, extra: $"\"padding\":\"{padding}\","))));

        Assert.Equal(Enumerable.Range(1, 8).Select(Records.Id), results.Select(result => result.Event!.Id.Value));
    }

    [Fact]
    public void A_large_value_before_the_records_does_not_hide_them()
    {
        var content = $$"""{"first":"{{new string('x', 3 * Window)}}","Records":[{{Records.Record(1)}}]}""";

        Assert.Equal([1], Reading.Of(content).Numbers);
    }

    /// <summary>Items as text, offsets moved by that much: an error's place is told in the reason too.</summary>
    private static string Told(Reading reading, int moved) => string.Join('\n', reading.Items.Select(item =>
        $"{item.Index} {item.Offset + moved} {item.Length} {item.Text} {(item.Damage is null ? "" : item.Damage.TrimEnd([.. "0123456789"]))}"));
}
