using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

public sealed class EventSearchTests : IDisposable
{
    private readonly TempStore _store = new();

    [Theory]
    [InlineData("alice")]
    [InlineData("ALICE")]
    [InlineData("arn:aws:iam::111122223333:user/team/Alice")]
    [InlineData("AdminRole")]
    [InlineData("arn:aws:iam::111122223333:role/AdminRole")]
    [InlineData("AdminRole/alice-session")]
    [InlineData("alice-session")]
    [InlineData("alice@example.com")]
    [InlineData("config.amazonaws.com")]
    public async Task An_actor_is_found_by_every_name_in_any_case(string name)
    {
        var actor = new Actor
        {
            Kind = ActorKind.AssumedRole,
            Name = "AdminRole/alice-session",
            Arn = "arn:aws:iam::111122223333:user/team/Alice",
            Issuer = "arn:aws:iam::111122223333:role/AdminRole",
            SessionName = "alice-session",
            InvokedBy = "config.amazonaws.com",
            Human = new Human("alice@example.com", HumanEvidence.Claimed),
        };
        await PutAsync(SampleEvents.Event(1) with { Actor = actor }, Other(2), Other(3));

        Assert.Equal([SampleEvents.Event(1).Id.Value], await SearchAsync(new EventQuery { Actor = name }));
    }

    [Theory]
    [InlineData("key/report.csv", 0)]
    [InlineData("report.csv", 1)]
    [InlineData("REPORT.csv", 1)]
    [InlineData("arn:aws:s3:::bucket/key/report.csv", 1)]
    [InlineData("arn:aws:s3:::other/key/report.csv", 0)]
    [InlineData("bucket", 0)]
    public async Task A_resource_is_found_by_its_whole_name_or_its_last_part(string name, int expected)
    {
        await PutAsync(SampleEvents.Event(1) with { Resources = ["arn:aws:kms:::x", "arn:aws:s3:::bucket/key/report.csv"] }, Other(2));

        Assert.Equal(expected, (await SearchAsync(new EventQuery { Resource = name })).Count);
    }

    [Theory]
    [InlineData("CreateUser", 2)]
    [InlineData("createuser", 2)]
    [InlineData("iam:CreateUser", 1)]
    [InlineData("iam.amazonaws.com:CreateUser", 1)]
    [InlineData("quicksight:CreateUser", 1)]
    [InlineData("ec2:CreateUser", 0)]
    [InlineData("Create", 0)]
    public async Task An_action_is_found_by_its_name_and_by_its_service_and_name(string action, int expected)
    {
        await PutAsync(
            SampleEvents.Event(1) with { Action = "CreateUser" },
            SampleEvents.Event(2) with { Action = "CreateUser", Service = "quicksight.amazonaws.com" },
            Other(3));

        Assert.Equal(expected, (await SearchAsync(new EventQuery { Action = action })).Count);
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("203.000.113.009", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:DB8:0:0::1", "2001:db8::1")]
    [InlineData("aws internal", "AWS Internal")]
    [InlineData("Config.Amazonaws.com", "config.amazonaws.com")]
    public async Task A_source_address_is_found_however_it_is_written(string asked, string address)
    {
        await PutAsync(SampleEvents.Event(1) with { Origin = new Origin(OriginKind.Public, address, null) }, Other(2));

        Assert.Equal([SampleEvents.Event(1).Id.Value], await SearchAsync(new EventQuery { SourceAddress = asked }));
    }

    [Fact]
    public async Task Key_account_region_and_failure_each_filter_alone()
    {
        await PutAsync(
            SampleEvents.Event(1) with { Actor = SampleEvents.Event(1).Actor with { AccessKey = "AKIA1" } },
            SampleEvents.Event(2) with { Account = "444455556666" },
            SampleEvents.Event(3) with { Region = "us-east-1" },
            SampleEvents.Event(4) with { Outcome = new Outcome(OutcomeKind.Failed, "ThrottlingException", null) });

        Assert.Equal([Id(1)], await SearchAsync(new EventQuery { AccessKey = "akia1" }));
        Assert.Equal([Id(2)], await SearchAsync(new EventQuery { Account = "444455556666" }));
        Assert.Equal([Id(3)], await SearchAsync(new EventQuery { Region = "US-EAST-1" }));
        Assert.Equal([Id(3)], await SearchAsync(new EventQuery { Account = "111122223333", Region = "us-east-1" }));
        Assert.Equal([Id(4)], await SearchAsync(new EventQuery { FailedOnly = true }));
        Assert.Equal([Id(4), Id(3), Id(2), Id(1)], await SearchAsync(new EventQuery()));
    }

    [Fact]
    public async Task An_event_that_fits_by_several_of_its_names_is_found_once()
    {
        var actor = new Actor { Kind = ActorKind.IamUser, Name = "alice", SessionName = "ALICE", Arn = "arn:aws:iam::1:user/alice", Human = new Human("alice", HumanEvidence.Asserted) };
        await PutAsync(SampleEvents.Event(1) with { Actor = actor, Resources = ["alice", "x/alice", "ALICE"] });

        Assert.Single(await SearchAsync(new EventQuery { Actor = "alice", Resource = "alice" }));
    }

    [Fact]
    public async Task An_event_that_was_put_in_another_grouping_is_found_once()
    {
        var events = Enumerable.Range(0, 4).Select(i => SampleEvents.Event(i)).ToList();
        await _store.Index.PutAsync(SampleEvents.Block(0, events), CancellationToken.None);
        await _store.Index.PutAsync(SampleEvents.Block(0, events[2], events[3]), CancellationToken.None);

        Assert.Equal([Id(3), Id(2), Id(1), Id(0)], await SearchAsync(new EventQuery()));
    }

    public void Dispose() => _store.Dispose();

    private static string Id(int number) => SampleEvents.Event(number).Id.Value;

    private static AuditEvent Other(int number) => SampleEvents.Event(number) with
    {
        Actor = new Actor { Kind = ActorKind.IamUser, Name = "mallory" },
        Origin = new Origin(OriginKind.Absent, null, null),
        Resources = ["arn:aws:s3:::bucket/key/other.csv"],
    };

    private Task<List<string>> SearchAsync(EventQuery query) => _store.Index.SearchAsync(query);

    private Task<IReadOnlyList<PutOutcome>> PutAsync(params AuditEvent[] events) => _store.Index.PutAsync(SampleEvents.Block(0, events), CancellationToken.None);
}
