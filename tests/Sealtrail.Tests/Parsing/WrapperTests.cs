using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>Every shape in which CloudTrail records reach a bucket.</summary>
public sealed class WrapperTests
{
    private static readonly string One = Records.Record(1);
    private static readonly string Two = Records.Record(2);

    [Fact]
    public void A_plain_file_and_its_gzip_hold_the_same_records()
    {
        var file = Records.File(1, 3);

        Assert.Equal([1, 2, 3], Reading.Of(file).Numbers);
        Assert.Equal(Reading.Of(file).Records, Reading.OfGzip(file).Records);
        Assert.Equal(Reading.Of(file).Content, Reading.OfGzip(file).Content);
    }

    [Fact]
    public void A_record_is_its_exact_bytes_without_the_space_around_them()
    {
        var reading = Reading.Of($"{{ \"Records\" : [\r\n\t{One} ,\n {Two}\r\n] }}");

        Assert.Equal([One, Two], reading.Records);
    }

    [Fact]
    public void A_pretty_printed_file_keeps_every_line_break_of_its_records()
    {
        var pretty = JsonNode.Parse(Records.File(One, Two))!.ToJsonString(new() { WriteIndented = true });
        var reading = Reading.Of(pretty);

        Assert.Equal([1, 2], reading.Items.Select(item => (int)JsonNode.Parse(item.Text)!["eventTime"]!.ToString()[^2] - '0'));
        Assert.All(reading.Items, item => Assert.Equal(item.Text, pretty.Substring((int)item.Offset, (int)item.Length)));
        Assert.Empty(reading.Damage);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_counted()
    {
        var reading = Reading.Of("\uFEFF" + Records.File(One));

        Assert.Equal([1], reading.Numbers);
        Assert.Equal(15, reading.Items[0].Offset);
        Assert.Equal(3 + Records.File(One).Length, reading.Content!.Bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":null}""")]
    [InlineData("""{"Records":{"a":1}}""")]
    [InlineData("""{"Records":"none"}""")]
    [InlineData("[]")]
    [InlineData("[ , ]")]
    public void A_file_without_records_is_no_damage(string content)
    {
        var reading = Reading.Of(content);

        Assert.Equal("0 records, 0 damaged", reading.Count);
        Assert.NotNull(reading.Content);
    }

    [Fact]
    public void Keys_before_and_after_the_records_are_passed_over()
    {
        var reading = Reading.Of($$"""{"a":{"Records":[1,2]},"b":"]}","Records":[{{One}}],"c":[{"eventVersion":"1"}],"d":null}""");

        Assert.Equal([One], reading.Records);
        Assert.Empty(reading.Damage);
    }

    [Fact]
    public void Two_arrays_of_records_in_one_object_all_count()
    {
        var reading = Reading.Of($$"""{"Records":[{{One}}],"x":0,"Records":[],"Events":[{{Two}}]}""");

        Assert.Equal([1, 2], reading.Numbers);
    }

    [Fact]
    public void A_key_spelt_with_escapes_is_the_same_key_and_one_in_other_case_is_not()
    {
        Assert.Equal([1], Reading.Of($$"""{"\u0052ecord\u0073":[{{One}}]}""").Numbers);
        Assert.Empty(Reading.Of($$"""{"records":[{{One}}]}""").Records);
    }

    [Fact]
    public void A_bare_array_and_bare_objects_are_records()
    {
        Assert.Equal([1, 2], Reading.Of($"[{One},{Two}]").Numbers);
        Assert.Equal([1], Reading.Of(One).Numbers);
        Assert.Equal([1, 2], Reading.Of(One + Two).Numbers);
    }

    [Fact]
    public void Each_line_of_JSON_Lines_is_a_record_and_a_broken_line_costs_that_line_alone()
    {
        var reading = Reading.Of($"{One}\n{{\"eventVersion\":\"1.09\",oops\n{Two}\r\n\r\n{Records.Record(3)}");

        Assert.Equal([1, 2, 3], reading.Numbers);
        Assert.Single(reading.Damage);
    }

    [Fact]
    public void A_sequence_of_every_wrapper_is_read_through()
    {
        var reading = Reading.Of($$"""{{Records.File(One)}} [{{Two}}]{{Records.Record(3)}}{"digestS3Object":"x"}{"Events":[{{Records.Record(4)}}]}""");

        Assert.Equal([1, 2, 3, 4], reading.Numbers);
        Assert.Empty(reading.Damage);
    }
}
