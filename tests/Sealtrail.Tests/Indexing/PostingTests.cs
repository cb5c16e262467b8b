using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

public sealed class PostingTests
{
    private static readonly DateOnly Day = new(2026, 11, 10);

    [Fact]
    public void An_event_is_posted_under_all_it_may_be_asked_for()
    {
        var e = SampleEvents.Event(1) with
        {
            Action = "AssumeRole",
            Outcome = new Outcome(OutcomeKind.Denied, "AccessDenied", null),
            Actor = new Actor
            {
                Kind = ActorKind.AssumedRole,
                Name = "DeployRole/Session1",
                Arn = "arn:aws:sts::111122223333:assumed-role/DeployRole/Session1",
                SessionName = "Session1",
                Issuer = "arn:aws:iam::111122223333:role/path/DeployRole",
                AccessKey = "ASIAEXAMPLE",
                InvokedBy = "cloudformation.amazonaws.com",
                SourceIdentity = "Bob",
                OnBehalfOf = "94482488-3041-7026-18f3-be45837cd0e4",
                Human = new Human("Bob@example.com", HumanEvidence.Asserted),
            },
            Origin = new Origin(OriginKind.Public, "2001:DB8::1", null),
            Resources = ["arn:aws:s3:::Bucket/key/File.txt", "plain", "arn:aws:iam::111122223333:role/Admin"],
        };

        var postings = PostingBuilder.Build([new IndexedEvent(e, 0)]);

        Assert.Equal(
            [
                "AccessKey asiaexample", "Account 111122223333", "Action assumerole",
                "Actor 94482488-3041-7026-18f3-be45837cd0e4", "Actor bob", "Actor bob@example.com", "Actor cloudformation.amazonaws.com", "Actor deployrole", "Actor session1",
                "All ", "Failure ", "Region 111122223333/eu-central-1", "Resource admin", "Resource file.txt", "Resource plain", "SourceAddress 2001:db8::1",
            ],
            postings.Select(posting => $"{posting.Kind} {posting.Value}").Order(StringComparer.Ordinal));
        Assert.All(postings, posting => Assert.Equal(Day, posting.Day));
        Assert.All(postings, posting => Assert.Equal(new EventRef(e.Time, e.Id), Assert.Single(posting.Events)));
    }

    [Fact]
    public void Events_that_share_a_value_and_a_day_share_a_posting()
    {
        var events = SampleEvents.Block(0, Enumerable.Range(0, 200).Select(i => SampleEvents.Event(i) with { Action = i % 2 == 0 ? "GetUser" : "getuser" }));

        var postings = PostingBuilder.Build(events);

        Assert.Equal(6, postings.Count);
        Assert.All(postings, posting => Assert.Equal(200, posting.Events.Count));
    }

    [Fact]
    public void An_event_at_the_last_second_of_a_day_and_one_at_the_next_are_posted_apart()
    {
        var midnight = new DateTimeOffset(2026, 11, 11, 0, 0, 0, TimeSpan.Zero);
        var events = SampleEvents.Block(0, SampleEvents.Event(0) with { Time = midnight.AddTicks(-1) }, SampleEvents.Event(1) with { Time = midnight });

        var days = PostingBuilder.Build(events).Where(posting => posting.Kind == PostingKind.All).Select(posting => posting.Day);

        Assert.Equal([Day, Day.AddDays(1)], days);
    }

    [Fact]
    public void An_event_without_a_time_is_posted_under_the_first_of_all_days()
    {
        var postings = PostingBuilder.Build(SampleEvents.Block(0, SampleEvents.Event(0) with { Time = null }));

        Assert.All(postings, posting => Assert.Equal(DateOnly.MinValue, posting.Day));
    }

    [Theory]
    [InlineData(OutcomeKind.Success, 0)]
    [InlineData(OutcomeKind.Denied, 1)]
    [InlineData(OutcomeKind.Failed, 1)]
    public void Only_denied_and_failed_calls_are_posted_as_failures(OutcomeKind outcome, int expected)
    {
        var postings = PostingBuilder.Build(SampleEvents.Block(0, SampleEvents.Event(0) with { Outcome = new Outcome(outcome, null, null) }));

        Assert.Equal(expected, postings.Count(posting => posting.Kind == PostingKind.Failure));
    }

    [Fact]
    public void An_event_that_says_little_is_posted_under_the_little_it_says()
    {
        var e = SampleEvents.Event(0) with { Actor = new Actor { Kind = ActorKind.Unknown, Name = "" }, Origin = new Origin(OriginKind.Absent, null, null), Account = "", Region = "", Action = "" };

        Assert.Equal(
            ["Account ", "Action ", "Actor ", "All ", "Region /"],
            PostingBuilder.Build(SampleEvents.Block(0, e)).Select(posting => $"{posting.Kind} {posting.Value}").Order(StringComparer.Ordinal));
    }
}
