using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>What a record says of the call, also where it is old or odd.</summary>
public sealed class EventFactsTests
{
    [Fact]
    public void A_record_says_what_was_called_where_and_when()
    {
        var e = Sample.Event(Records.Record(5, "CreateUser", "iam.amazonaws.com"));

        Assert.Equal(("iam.amazonaws.com", "iam", "CreateUser"), (e.Service, e.ServiceName, e.Action));
        Assert.Equal(("111122223333", "eu-central-1", "AwsApiCall", "1.09"), (e.Account, e.Region, e.Type, e.EventVersion));
        Assert.Equal((Records.Id(5), Records.Time(5)), (e.Id.Value, TimeText.Seconds(e.Time!.Value)));
        Assert.Equal((true, EventCategory.Management, OutcomeKind.Success), (e.ReadOnly, e.Category, e.Outcome.Kind));
        Assert.Null(e.SharedEventId);
    }

    [Theory]
    [InlineData("\"2026-11-10T08:00:00Z\"", "2026-11-10T08:00:00.000Z")]
    [InlineData("\"2026-11-10T08:00:00.5Z\"", "2026-11-10T08:00:00.500Z")]
    [InlineData("\"2026-11-10T08:00:00.1239Z\"", "2026-11-10T08:00:00.123Z")]
    [InlineData("\"2026-11-10T08:00:00+02:00\"", "2026-11-10T06:00:00.000Z")]
    [InlineData("\"2026-11-10T08:00:00.250-05:30\"", "2026-11-10T13:30:00.250Z")]
    [InlineData("\"2026\\u002d11-10T08:00:00Z\"", "2026-11-10T08:00:00.000Z")]
    [InlineData("\"2024-02-29T23:59:59Z\"", "2024-02-29T23:59:59.000Z")]
    public void A_time_with_a_fraction_or_an_offset_is_read_into_UTC(string json, string expected) =>
        Assert.Equal(expected, TimeText.Milliseconds(Sample.Event(With("eventTime", json)).Time!.Value));

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    [InlineData("\"2026-11-10T08:00:00\"")]
    [InlineData("\"2026-11-10\"")]
    [InlineData("\"2026-02-30T08:00:00Z\"")]
    [InlineData("\"2026-11-10T24:00:00Z\"")]
    [InlineData("\" 2026-11-10T08:00:00Z\"")]
    [InlineData("\"2026-11-10T08:00:00Z \"")]
    [InlineData("\"10/Nov/2026:08:00:00 +0000\"")]
    [InlineData("1794268800000")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_record_whose_time_cannot_be_read_is_an_event_without_a_time(string json) =>
        Assert.Null(Sample.Event(With("eventTime", json)).Time);

    [Fact]
    public void A_record_without_its_optional_fields_is_an_event()
    {
        var e = Sample.Event(Sample.Without("eventTime", "eventType", "readOnly", "eventVersion", "userIdentity", "sourceIPAddress", "awsRegion",
            "userAgent", "requestParameters", "responseElements", "managementEvent", "recipientAccountId", "eventCategory"));

        Assert.Equal((null, null, null), (e.Time, e.ReadOnly, e.EventVersion));
        Assert.Equal(("", "", "", EventCategory.Management), (e.Type, e.Account, e.Region, e.Category));
        Assert.Equal((ActorKind.Unknown, OriginKind.Absent), (e.Actor.Kind, e.Origin.Kind));
    }

    [Fact]
    public void A_record_without_an_eventID_is_known_by_its_digest()
    {
        var one = Sample.Event(Sample.Without("eventID"));
        var other = Sample.Event(Sample.With(("eventID", "null"), ("x", "1")));

        Assert.Equal("sha256-" + one.Leaf.ToHex()[..32], one.Id.Value);
        Assert.NotEqual(one.Id, other.Id);
        Assert.StartsWith("sha256-", Sample.Event(Sample.With("eventID", "\"\"")).Id.Value, StringComparison.Ordinal);
        Assert.StartsWith("sha256-", Sample.Event(Sample.With("eventID", $"\"{new string('x', 129)}\"")).Id.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("null", null)]
    [InlineData("\"yes\"", null)]
    [InlineData("1", null)]
    public void ReadOnly_may_be_a_boolean_or_its_text(string json, bool? expected) => Assert.Equal(expected, Sample.Event(With("readOnly", json)).ReadOnly);

    [Fact]
    public void The_account_is_the_recipients_and_else_the_callers()
    {
        Assert.Equal("999", Sample.Event(Sample.With("recipientAccountId", "\"999\"")).Account);
        Assert.Equal("111122223333", Sample.Event(Sample.Without("recipientAccountId")).Account);
        Assert.Equal("012345678901", Sample.Event(Sample.With("recipientAccountId", "\"012345678901\"")).Account);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"HIDDEN_DUE_TO_SECURITY_REASONS\"")]
    [InlineData("[\"nightly\",{\"bucketName\":\"x\"},3]")]
    [InlineData("{}")]
    [InlineData("17")]
    public void Parameters_and_answers_of_any_shape_are_no_obstacle(string json)
    {
        var e = Sample.Event(Sample.With(("requestParameters", json), ("responseElements", json), ("additionalEventData", json), ("resources", json)));

        Assert.Equal(Records.Id(1), e.Id.Value);
        Assert.Empty(e.Resources);
    }

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"eventSource\":\"\",\"eventName\":null}")]
    [InlineData("{\"eventTime\":\"2026-11-10T08:00:00Z\",\"eventID\":\"x\"}")]
    public void An_object_with_neither_source_nor_name_is_rejected(string record) =>
        Assert.Equal("a JSON object with neither eventSource nor eventName is no CloudTrail record", Sample.Reason(record));

    [Theory]
    [InlineData("42", "number")]
    [InlineData("\"x\"", "string")]
    [InlineData("null", "null")]
    [InlineData("false", "boolean")]
    [InlineData("[1]", "array")]
    public void What_stands_where_a_record_should_be_is_named(string record, string kind) =>
        Assert.Equal($"a JSON {kind} stands where a record should be", Sample.Reason(record));

    /// <summary>The text itself, with escapes left as they are.</summary>
    private static string With(string field, string json) =>
        Sample.Without(field).Insert(1, $"\"{field}\":{json},");
}
