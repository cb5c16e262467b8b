using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>A bad record costs that record alone, and what it cost is told with its place.</summary>
public sealed class BrokenJsonTests
{
    private static readonly string One = Records.Record(1);
    private static readonly string Two = Records.Record(2);
    private static readonly string Three = Records.Record(3);

    public static TheoryData<string, string> Broken => new()
    {
        { "a misspelt literal, balanced", Two.Replace("true", "tru", StringComparison.Ordinal) },
        { "a missing value", Two.Replace("\"requestParameters\":null", "\"requestParameters\":", StringComparison.Ordinal) },
        { "a missing colon", Two.Replace("\"eventName\":", "\"eventName\"", StringComparison.Ordinal) },
        { "a missing comma between members", Two.Replace(",\"eventName\"", "\"eventName\"", StringComparison.Ordinal) },
        { "a trailing comma", Two[..^1] + ",}" },
        { "a brace too few", Two[..^1] },
        { "a brace too many inside", Two.Replace("\"eventTime\"", "},\"eventTime\"", StringComparison.Ordinal) },
        { "a wrong bracket", Two[..^1] + "]" },
        { "a string without its end", Two.Replace("alice\"}", "alice}", StringComparison.Ordinal) },
        { "a line break in a string", Two.Replace("alice", "al\nice", StringComparison.Ordinal) },
        { "a bad escape", Two.Replace("alice", "al\\ice", StringComparison.Ordinal) },
        { "a comment", Two.Replace(",\"eventName\"", ",/* */\"eventName\"", StringComparison.Ordinal) },
        { "a single quote", Two.Replace('"', '\'') },
        { "a number with a leading zero", Two.Replace("true", "01", StringComparison.Ordinal) },
        { "a name without quotes", Two.Replace("\"eventTime\":", "eventTime:", StringComparison.Ordinal) },
        { "NaN", Two.Replace("true", "NaN", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_record_in_the_middle_costs_that_record_alone(string what, string broken)
    {
        var content = Records.File(One, broken, Three);
        var reading = Reading.Of(content);

        Assert.True(reading.Numbers.SequenceEqual([1, 3]), $"{what}: {reading.Count}");
        var damage = Assert.Single(reading.Items, item => item.Damage is not null);
        Assert.Equal(content.IndexOf(broken, StringComparison.Ordinal), damage.Offset);
        Assert.InRange(damage.Length, broken.Length - 1, broken.Length + 1);
        Assert.NotNull(reading.Content);
    }

    [Fact]
    public void A_missing_comma_between_records_costs_nothing()
    {
        var reading = Reading.Of($$"""{"Records":[{{One}}{{Two}} ,, {{Three}},]}""");

        Assert.Equal([1, 2, 3], reading.Numbers);
        Assert.Empty(reading.Damage);
    }

    [Fact]
    public void Rubbish_between_records_is_told_and_the_next_record_is_found()
    {
        var reading = Reading.Of($$"""{"Records":[{{One}},<oops/>,{{Two}}]}""");

        Assert.Equal([1, 2], reading.Numbers);
        Assert.Equal("invalid JSON at byte " + (13 + One.Length), Assert.Single(reading.Damage));
    }

    [Fact]
    public void The_reason_names_the_very_byte()
    {
        var broken = Two.Replace("true", "trve", StringComparison.Ordinal);
        var content = Records.File(One, broken);

        Assert.Equal($"invalid JSON at byte {content.IndexOf("trve", StringComparison.Ordinal)}", Assert.Single(Reading.Of(content).Damage));
    }

    [Fact]
    public void Trailing_garbage_is_told_and_costs_no_record()
    {
        var reading = Reading.Of(Records.File(One, Two) + " <!-- end -->");

        Assert.Equal([1, 2], reading.Numbers);
        Assert.Single(reading.Damage);
    }

    [Fact]
    public void A_file_that_ends_early_gives_its_whole_records_and_one_rejection()
    {
        var whole = Records.File(One, Two, Three);
        for (var length = 1; length < whole.Length; length++)
        {
            var reading = Reading.Of(whole[..length]);

            Assert.True(reading.Damage.Count() == 1, $"cut after {length}: {reading.Count}");
            Assert.Equal(Math.Min(3, (length - 11) / (One.Length + 1)), reading.Numbers.Count());
        }
    }

    [Fact]
    public void Reading_goes_on_at_the_key_that_this_trails_records_begin_with()
    {
        const string Own = """{"awsRegion":"x","eventName":"a"}""";
        var reading = Reading.Of($$"""{"Records":[{{Own}},{"eventVersion":nonsense},{{Two}},{ "awsRegion":"y","eventName":"b"}]}""");

        Assert.Equal([Own, """{ "awsRegion":"y","eventName":"b"}"""], reading.Records);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_marker_may_have_256_bytes_of_space_after_its_brace_and_no_more(int gap, bool found)
    {
        var next = "{" + new string(' ', gap) + Two[1..];

        Assert.Equal(found ? [1, 2] : [1], Reading.Of($"[{One},nonsense,{next}]").Numbers);
    }

    [Fact]
    public void Several_broken_records_are_told_one_by_one()
    {
        var reading = Reading.Of(Records.File(One, Two[..^5], Three, Two[..^9], Records.Record(4)));

        Assert.Equal([1, 3, 4], reading.Numbers);
        Assert.Equal(2, reading.Damage.Count());
    }
}
