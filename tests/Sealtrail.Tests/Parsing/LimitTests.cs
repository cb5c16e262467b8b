using System.Text;
using Sealtrail.Core.Parsing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>What is refused costs itself alone; records refused for their size or depth are sealed all the same.</summary>
public sealed class LimitTests
{
    private static readonly string[] Neighbours = [Records.Id(1), Records.Id(3)];

    [Theory]
    [InlineData(129)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void A_record_nested_too_deep_costs_that_record_alone(int depth)
    {
        var results = Sample.Results(Records.File(Records.Record(1), Nested(depth), Records.Record(3)));

        Assert.Equal(Neighbours, results.Select(result => result.Event?.Id.Value).OfType<string>());
        Assert.Equal($"the record is nested {depth:N0} deep, more than the limit of 128", results[1].Reason);
    }

    [Fact]
    public void A_record_at_the_limit_of_depth_is_an_event() => Assert.Equal(Records.Id(2), Sample.Event(Nested(128)).Id.Value);

    [Fact]
    public void A_record_over_the_limit_of_size_costs_that_record_alone()
    {
        var limits = new ParsingLimits { RecordBytes = Records.Record(1).Length };
        var content = Records.File(Records.Record(1), Records.Record(2, extra: "\"x\":0,"), Records.Record(3));
        var results = Sample.Results(content, limits);

        Assert.Equal(Neighbours, results.Select(result => result.Event?.Id.Value).OfType<string>());
        Assert.Contains("more than the limit", results[1].Reason, StringComparison.Ordinal);
        Assert.Equal("3 records, 0 damaged", Reading.Of(content, limits).Count);
    }

    [Fact]
    public async Task A_rejected_record_is_sealed_with_its_time_and_told_with_its_place()
    {
        var limits = new ParsingLimits { Depth = 2 };
        var first = Records.Record(1);
        var deep = Records.Record(9, extra: "\"x\":[[[]]],");
        var read = await Sample.ReadAsync(Gzip.Of(Records.File(first, deep)), limits);
        var rejection = Assert.Single(read.Rejections);

        Assert.Equal((2L, 1L, 2L), (read.Received, read.Rejected, read.Draft.RecordCount));
        Assert.Equal((1, 13L + first.Length, (long)deep.Length), (rejection.Index, rejection.Offset, rejection.Length));
        Assert.Equal(Records.Time(9), Core.Events.TimeText.Seconds(read.Draft.Newest!.Value));
    }

    [Fact]
    public void An_object_that_inflates_past_the_limit_is_given_up_with_one_rejection()
    {
        var reading = Reading.Of(Gzip.Of(Records.File(1, 1000)), new ParsingLimits { InflatedBytes = 100_000 });

        Assert.Null(reading.Content);
        Assert.Equal("the object inflates past the limit of 100,000 bytes", Assert.Single(reading.Damage));
        Assert.Equal(Enumerable.Range(1, reading.Numbers.Count()), reading.Numbers);
    }

    [Fact]
    public void The_records_before_the_limit_on_inflated_bytes_come_through()
    {
        var content = Encoding.UTF8.GetBytes(Records.File(1, 10));
        var limit = new ParsingLimits { InflatedBytes = content.Length / 2 };

        Assert.Equal([1, 2, 3, 4], Reading.Of(new TricklingStream(content, 1), limit).Numbers);
    }

    [Fact]
    public void An_object_of_exactly_the_limit_is_whole()
    {
        var file = Records.File(1, 3);

        Assert.NotNull(Reading.Of(file, new ParsingLimits { InflatedBytes = file.Length }).Content);
        Assert.Null(Reading.Of(file, new ParsingLimits { InflatedBytes = file.Length - 1 }).Content);
    }

    [Theory]
    [InlineData(16_777_216, "3 records, 0 damaged")]
    [InlineData(67_108_865, "2 records, 1 damaged")]
    public void A_value_of_16_MB_is_a_record_and_one_byte_more_is_damage(int length, string count)
    {
        using var stream = new GeneratedStream(
            Encoding.UTF8.GetBytes($"[{Records.Record(1)},\"{new string('x', (length - 2) % 1024)}"),
            Encoding.UTF8.GetBytes(new string('x', 1024)),
            (length - 2) / 1024,
            Encoding.UTF8.GetBytes($"\",{Records.Record(2)}]"));

        using var reader = new RecordReader(stream, new ParsingLimits());
        var (records, damaged) = (0, 0);
        while (reader.MoveNext())
        {
            records += reader.IsRecord ? 1 : 0;
            damaged += reader.IsRecord ? 0 : 1;
        }

        Assert.Equal(count, $"{records} records, {damaged} damaged");
    }

    private static string Nested(int depth) => Records.Record(2, extra: $"\"x\":{new string('[', depth - 1)}{new string(']', depth - 1)},");
}
