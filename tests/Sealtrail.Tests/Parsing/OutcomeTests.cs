using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>Success, denied or failed, as every service spells it; and management, data, network or insight.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData("AccessDenied")]
    [InlineData("AccessDeniedException")]
    [InlineData("Client.UnauthorizedOperation")]
    [InlineData("UnauthorizedOperation")]
    [InlineData("VpceAccessDenied")]
    [InlineData("UnauthorizedAccess")]
    [InlineData("KMS.AccessDeniedException")]
    [InlineData("NotAuthorizedException")]
    [InlineData("ForbiddenException")]
    [InlineData("AuthorizationError")]
    [InlineData("AuthFailure")]
    [InlineData("InvalidClientTokenId")]
    [InlineData("SignatureDoesNotMatch")]
    public void A_code_that_tells_of_missing_rights_is_a_denial(string code)
    {
        var outcome = Sample.Event(Sample.With(("errorCode", $"\"{code}\""), ("errorMessage", "\"not allowed\""))).Outcome;

        Assert.Equal(new Outcome(OutcomeKind.Denied, code, "not allowed"), outcome);
    }

    [Theory]
    [InlineData("ThrottlingException")]
    [InlineData("NoSuchBucket")]
    [InlineData("Client.InvalidParameterValue")]
    [InlineData("ResourceNotFoundException")]
    [InlineData("Server.InternalError")]
    public void Any_other_code_is_a_failure(string code) =>
        Assert.Equal(new Outcome(OutcomeKind.Failed, code, null), Sample.Event(Sample.With("errorCode", $"\"{code}\"")).Outcome);

    [Fact]
    public void A_message_without_a_code_is_a_failure_and_neither_is_a_success()
    {
        Assert.Equal(new Outcome(OutcomeKind.Failed, null, "bad"), Sample.Event(Sample.With("errorMessage", "\"bad\"")).Outcome);
        Assert.Equal(new Outcome(OutcomeKind.Success, null, null), Sample.Event(Sample.With(("errorCode", "null"), ("errorMessage", "\"\""))).Outcome);
        Assert.Equal(OutcomeKind.Success, Sample.Event(Sample.With("errorCode", "\"\"")).Outcome.Kind);
    }

    [Theory]
    [InlineData("ConsoleLogin")]
    [InlineData("CredentialVerification")]
    [InlineData("SwitchRole")]
    [InlineData("CheckMfa")]
    public void A_refused_sign_in_is_a_denial_though_it_has_no_code(string step)
    {
        var refused = Sample.With(("eventName", $"\"{step}\""), ("responseElements", $$"""{"{{step}}":"Failure"}"""), ("errorMessage", "\"Failed authentication\""));
        var passed = Sample.With(("eventName", $"\"{step}\""), ("responseElements", $$"""{"{{step}}":"Success"}"""));

        Assert.Equal(new Outcome(OutcomeKind.Denied, null, "Failed authentication"), Sample.Event(refused).Outcome);
        Assert.Equal(OutcomeKind.Success, Sample.Event(passed).Outcome.Kind);
    }

    [Theory]
    [InlineData("Management", EventCategory.Management)]
    [InlineData("Data", EventCategory.Data)]
    [InlineData("NetworkActivity", EventCategory.NetworkActivity)]
    [InlineData("Insight", EventCategory.Insight)]
    [InlineData("SomethingNew", EventCategory.Management)]
    public void The_category_is_CloudTrails_own(string category, EventCategory expected) =>
        Assert.Equal(expected, Sample.Event(Sample.With("eventCategory", $"\"{category}\"")).Category);

    [Theory]
    [InlineData("true", "AwsApiCall", EventCategory.Management)]
    [InlineData("false", "AwsApiCall", EventCategory.Data)]
    [InlineData("null", "AwsApiCall", EventCategory.Management)]
    [InlineData("true", "AwsServiceEvent", EventCategory.Management)]
    [InlineData("true", "AwsConsoleSignIn", EventCategory.Management)]
    [InlineData("null", "AwsCloudTrailInsight", EventCategory.Insight)]
    [InlineData("null", "AwsVpceEvent", EventCategory.NetworkActivity)]
    public void A_record_without_a_category_is_told_by_managementEvent_and_type(string managementEvent, string type, EventCategory expected)
    {
        var record = Sample.With(("eventCategory", "null"), ("managementEvent", managementEvent), ("eventType", $"\"{type}\""));

        Assert.Equal(expected, Sample.Event(record).Category);
    }

    [Fact]
    public void An_Insight_event_has_the_source_and_name_of_its_details()
    {
        var e = Sample.Event("""
            {"eventVersion":"1.07","eventTime":"2026-11-10T07:52:00Z","awsRegion":"eu-central-1","eventID":"i1","eventType":"AwsCloudTrailInsight","recipientAccountId":"1",
             "sharedEventID":"s1","insightDetails":{"state":"Start","eventSource":"ssm.amazonaws.com","eventName":"UpdateInstanceInformation","insightType":"ApiCallRateInsight"},"eventCategory":"Insight"}
            """);

        Assert.Equal(("ssm.amazonaws.com", "UpdateInstanceInformation", EventCategory.Insight, "s1"), (e.Service, e.Action, e.Category, e.SharedEventId));
    }

    [Fact]
    public void A_service_event_is_made_by_its_service()
    {
        var e = Sample.Event(Sample.With(("eventType", "\"AwsServiceEvent\""), ("userIdentity", """{"accountId":"1","invokedBy":"kms.amazonaws.com"}"""), ("sourceIPAddress", "\"kms.amazonaws.com\"")));

        Assert.Equal(("AwsServiceEvent", ActorKind.AwsService, "kms.amazonaws.com", OriginKind.AwsService), (e.Type, e.Actor.Kind, e.Actor.Name, e.Origin.Kind));
    }

    [Fact]
    public void A_network_activity_event_of_a_foreign_account_names_that_account()
    {
        var e = Sample.Event(Sample.With(("eventCategory", "\"NetworkActivity\""), ("userIdentity", """{"type":"AWSAccount","principalId":"AKIAX","accountId":"9"}"""), ("vpcEndpointId", "\"vpce-1\"")));

        Assert.Equal((EventCategory.NetworkActivity, ActorKind.AwsAccount, "9"), (e.Category, e.Actor.Kind, e.Actor.Account));
    }
}
