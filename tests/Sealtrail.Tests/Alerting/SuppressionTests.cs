using Sealtrail.Core.Alerting;
using Xunit;

namespace Sealtrail.Tests.Alerting;

/// <summary>The window of an hour, by event time. Standing alerts read "minute+suppressed".</summary>
public sealed class SuppressionTests
{
    [Fact]
    public async Task The_first_match_alerts_and_what_follows_within_the_hour_is_counted()
    {
        using var desk = new Desk();

        var counts = await desk.AlertAsync(1, [.. Enumerable.Range(0, 60).Select(minute => Samples.Match(minute))]);

        Assert.Equal(new AlertCounts(1, 59), counts);
        Assert.Equal("0+59", await desk.StandingAsync());
    }

    [Fact]
    public async Task A_storm_longer_than_the_hour_alerts_once_an_hour()
    {
        using var desk = new Desk();

        await desk.AlertAsync(1, [.. Enumerable.Range(0, 150).Select(minute => Samples.Match(minute))]);

        Assert.Equal("0+59 60+59 120+29", await desk.StandingAsync());
    }

    [Fact]
    public async Task At_exactly_the_hour_a_match_alerts_anew_and_a_moment_before_it_does_not()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(0));
        await desk.AlertAsync(2, Samples.Match(60 - (1 / 60_000.0)));
        Assert.Equal("0+1", await desk.StandingAsync());

        await desk.AlertAsync(3, Samples.Match(60));

        Assert.Equal("0+1 60+0", await desk.StandingAsync());
    }

    [Fact]
    public async Task The_window_reaches_back_as_far_as_forward_for_events_that_come_late()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(120));
        await desk.AlertAsync(2, Samples.Match(61));
        await desk.AlertAsync(3, Samples.Match(60));

        Assert.Equal("60+0 120+1", await desk.StandingAsync());
    }

    [Fact]
    public async Task Events_out_of_order_within_a_block_are_taken_in_the_order_of_their_time()
    {
        using var desk = new Desk();

        await desk.AlertAsync(1, Samples.Match(70), Samples.Match(5), Samples.Match(0), Samples.Match(50));

        Assert.Equal("0+2 70+0", await desk.StandingAsync());
    }

    [Fact]
    public async Task Other_rules_actors_and_resources_alert_on_their_own()
    {
        using var desk = new Desk();

        var counts = await desk.AlertAsync(
            1,
            Samples.Match(0),
            Samples.Match(1, rule: "rule-2"),
            Samples.Match(2, actor: "bob"),
            Samples.Match(3, resource: "trail/other"),
            Samples.Match(4, resource: null),
            Samples.Match(5));

        Assert.Equal(new AlertCounts(5, 1), counts);
        Assert.Equal("0+1 1+0 2+0 3+0 4+0", await desk.StandingAsync());
    }

    [Fact]
    public async Task The_same_name_in_another_account_is_another_actor()
    {
        using var desk = new Desk();
        var other = Samples.Match(1);
        other = other with { Event = other.Event with { Actor = other.Event.Actor with { Arn = "arn:aws:iam::444455556666:user/alice" } } };

        Assert.Equal(new AlertCounts(2, 0), await desk.AlertAsync(1, Samples.Match(0), other));
    }

    [Fact]
    public async Task Matches_of_later_blocks_add_up()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(0), Samples.Match(1));
        await desk.AlertAsync(2, Samples.Match(2), Samples.Match(3));
        await desk.AlertAsync(3, Samples.Match(4));

        Assert.Equal("0+4", await desk.StandingAsync());
    }

    [Fact]
    public async Task An_event_without_a_time_opens_an_alert_and_suppresses_the_next()
    {
        using var desk = new Desk();

        Assert.Equal(new AlertCounts(1, 1), await desk.AlertAsync(1, Samples.Match(null), Samples.Match(null, place: 1)));
    }

    [Fact]
    public async Task An_event_without_a_time_is_suppressed_by_any_alert_of_its_key()
    {
        using var desk = new Desk();
        await desk.AlertAsync(1, Samples.Match(0));
        await desk.AlertAsync(2, Samples.Match(null));

        Assert.Equal("0+1", await desk.StandingAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_match_of_any_order_is_an_alert_or_counted_and_alerts_stand_an_hour_apart(int seed)
    {
        using var desk = new Desk();
        var random = new Random(seed);
        var matches = Enumerable.Range(0, 200).Select(place => Samples.Match(random.Next(600), place: place)).ToArray();
        for (var block = 0; block < 10; block++)
        {
            await desk.AlertAsync(block, matches[(block * 20)..((block + 1) * 20)]);
        }

        var standing = (await desk.StandingAsync()).Split(' ').Select(alert => alert.Split('+').Select(int.Parse).ToArray()).ToList();
        Assert.Equal(200, standing.Count + standing.Sum(alert => alert[1]));
        Assert.All(standing.Zip(standing.Skip(1)), pair => Assert.True(pair.Second[0] - pair.First[0] >= 60, $"{pair.First[0]} and {pair.Second[0]}"));
    }
}
