using System.Text.Json.Nodes;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>Records inside EventBridge envelopes and LookupEvents answers, and objects that hold none.</summary>
public sealed class WrappedEventTests
{
    private static readonly string Record = Records.Record(7, "CreateUser", "iam.amazonaws.com");

    private static readonly string Envelope =
        $$"""{"version":"0","id":"b0","detail-type":"AWS API Call via CloudTrail","source":"aws.iam","time":"2020-01-01T00:00:00Z","detail":{{Record}}}""";

    private static readonly string Looked = Lookup(Record);

    [Fact]
    public void An_EventBridge_envelope_is_one_record_and_the_event_is_that_of_its_detail()
    {
        var e = Assert.Single(Sample.Results(Envelope)).Event!;

        Assert.Equal((Records.Id(7), "CreateUser", "iam.amazonaws.com", "alice"), (e.Id.Value, e.Action, e.Service, e.Actor.Name));
        Assert.Equal(Records.Time(7), TimeText.Seconds(e.Time!.Value));
        Assert.Equal([Envelope], Reading.Of(Envelope).Records);
    }

    [Fact]
    public void A_LookupEvents_answer_holds_the_events_that_stand_in_its_strings()
    {
        var e = Assert.Single(Sample.Results($$"""{"Events":[{{Looked}}],"NextToken":"x"}""")).Event!;

        Assert.Equal((Records.Id(7), "CreateUser", "alice"), (e.Id.Value, e.Action, e.Actor.Name));
    }

    [Fact]
    public void The_same_event_in_any_wrapper_has_the_same_identity_and_another_leaf()
    {
        using var hasher = new LeafHasher();
        var bare = Sample.Event(Record);
        var wrapped = Sample.Event(Envelope);
        var looked = Sample.Event(Looked);

        Assert.Equal(bare.Id, wrapped.Id);
        Assert.Equal(bare.Id, looked.Id);
        Assert.Equal(3, new[] { bare.Leaf, wrapped.Leaf, looked.Leaf }.Distinct().Count());
        Assert.Equal(hasher.Hash(System.Text.Encoding.UTF8.GetBytes(Record)), wrapped.Id.Digest);
    }

    [Fact]
    public void A_wrapped_event_with_every_escape_is_the_event_without_them()
    {
        const string Message = @"\""a\\b\""\n\u00e9 \ud83d\ude00 \ud800";
        var record = Records.Record(7, extra: $"\"errorMessage\":\"{Message}\",\"errorCode\":\"AccessDenied\",");

        Assert.Equal(Sample.Event(record).Outcome, Sample.Event(Lookup(record)).Outcome);
    }

    [Theory]
    [InlineData("""{"CloudTrailEvent":"no JSON"}""")]
    [InlineData("""{"CloudTrailEvent":""}""")]
    [InlineData("""{"CloudTrailEvent":"{\"eventName\":\"x\"} y"}""")]
    [InlineData("""{"CloudTrailEvent":"17"}""")]
    [InlineData("""{"CloudTrailEvent":"[]"}""")]
    [InlineData("""{"CloudTrailEvent":null}""")]
    [InlineData("""{"detail":"text"}""")]
    [InlineData("""{"detail":{}}""")]
    public void A_wrapper_without_a_CloudTrail_record_inside_is_one_rejected_record(string wrapper)
    {
        Assert.Equal("1 records, 0 damaged", Reading.Of(wrapper).Count);
        Assert.NotNull(Sample.Reason(wrapper));
    }

    [Theory]
    [InlineData("""{"awsAccountId":"1","digestStartTime":"2026-11-10T11:00:00Z","digestS3Object":"x","logFiles":[{"s3Object":"y"}]}""", "CloudTrail digest")]
    [InlineData("""{"fileVersion":"1.0","configSnapshotId":"x","configurationItems":[{"eventVersion":"1"}]}""", "AWS Config snapshot")]
    [InlineData("""{"Records":null}""", "no records")]
    public void Digests_and_Config_snapshots_hold_no_records_by_nature(string content, string nature)
    {
        var reading = Reading.Of(content);

        Assert.Equal("0 records, 0 damaged", reading.Count);
        Assert.Equal(nature, reading.Nature);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Message":"Internal error"}""")]
    [InlineData("""{"a":{"eventVersion":"1.09","eventName":"x"}}""")]
    public void Another_JSON_object_is_told_and_is_no_record(string content)
    {
        var item = Assert.Single(Reading.Of(content).Items);

        Assert.Equal((-1, 0L, (long)content.Length), (item.Index, item.Offset, item.Length));
        Assert.Contains("no CloudTrail record", item.Damage, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_that_are_no_objects_are_records_and_are_rejected_one_by_one()
    {
        var content = $$"""{"Records":[42,"text",null,true,[1,2],{},{{Record}}]}""";
        var results = Sample.Results(content);

        Assert.Equal(["42", "\"text\"", "null", "true", "[1,2]", "{}", Record], Reading.Of(content).Records);
        Assert.Equal(6, results.Count(result => result.Reason is not null));
        Assert.Equal("CreateUser", results[^1].Event!.Action);
    }

    private static string Lookup(string record) =>
        new JsonObject { ["EventId"] = "x", ["Username"] = "bob", ["CloudTrailEvent"] = record }.ToJsonString();
}
