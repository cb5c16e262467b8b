using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Events;

/// <summary>The times of CloudTrail and of the ledger's blocks.</summary>
public sealed class TimeTextTests
{
    [Theory]
    [InlineData("2026-11-10T08:00:00Z", "2026-11-10T08:00:00Z", "2026-11-10T08:00:00.000Z")]
    [InlineData("2026-11-10T08:00:00.000Z", "2026-11-10T08:00:00Z", "2026-11-10T08:00:00.000Z")]
    [InlineData("2026-11-10T08:00:00.5Z", "2026-11-10T08:00:00.500Z", "2026-11-10T08:00:00.500Z")]
    [InlineData("2026-11-10T08:00:00.9999Z", "2026-11-10T08:00:00.999Z", "2026-11-10T08:00:00.999Z")]
    [InlineData("2026-11-10T08:00:00.0004Z", "2026-11-10T08:00:00.000Z", "2026-11-10T08:00:00.000Z")]
    [InlineData("2026-11-10T00:30:00+01:00", "2026-11-09T23:30:00Z", "2026-11-09T23:30:00.000Z")]
    [InlineData("2026-12-31T23:59:59.999-00:01", "2027-01-01T00:00:59.999Z", "2027-01-01T00:00:59.999Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")]
    public void Times_are_written_in_UTC_and_cut_to_milliseconds(string text, string seconds, string milliseconds)
    {
        var time = TimeText.Parse(text)!.Value;

        Assert.Equal(TimeSpan.Zero, time.Offset);
        Assert.Equal((seconds, milliseconds), (TimeText.Seconds(time), TimeText.Milliseconds(time)));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var random = new Random(3);
        for (var number = 0; number < 2_000; number++)
        {
            var time = DateTimeOffset.UnixEpoch.AddMilliseconds(random.NextInt64(4_000_000_000_000));

            Assert.Equal(time, TimeText.Parse(TimeText.Seconds(time)));
            Assert.Equal(time, TimeText.Parse(TimeText.Milliseconds(time)));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2026-11-10")]
    [InlineData("2026-11-10T08:00Z")]
    [InlineData("2026-11-10T08:00:00")]
    [InlineData("2026-11-10T08:00:60Z")]
    [InlineData("2026-11-10T25:00:00Z")]
    [InlineData("2026-13-10T08:00:00Z")]
    [InlineData("2025-02-29T08:00:00Z")]
    [InlineData("2026-11-10T08:00:00+15:00")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("2026-11-10T08:00:00 Z")]
    [InlineData("2026-11-10T08:00:00Z\0")]
    [InlineData("２026-11-10T08:00:00Z")]
    [InlineData("20261110T080000Z0000")]
    public void Text_that_is_no_time_is_none(string? text) => Assert.Null(TimeText.Parse(text));
}
