using Sealtrail.Core.Events;
using Sealtrail.Tests.Parsing;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

/// <summary>The person behind a call, and who vouches for the name.</summary>
public sealed class HumanTests
{
    private const string Sso = "arn:aws:sts::1:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/";

    [Theory]
    [InlineData("""{"type":"IAMUser","userName":"alice"}""", "alice")]
    [InlineData("""{"type":"IAMUser","principalId":"AIDA1"}""", "AIDA1")]
    [InlineData("""{"type":"Root","accountId":"1"}""", "root")]
    [InlineData("""{"type":"SAMLUser","userName":"bob@example.com"}""", "bob@example.com")]
    [InlineData("""{"type":"WebIdentityUser","userName":"123"}""", "123")]
    [InlineData("""{"type":"IdentityCenterUser","onBehalfOf":{"userId":"u-1"}}""", "u-1")]
    [InlineData($$"""{"type":"AssumedRole","arn":"{{Sso}}carol@example.com"}""", "carol@example.com")]
    [InlineData($$"""{"type":"AssumedRole","arn":"{{Sso}}carol"}""", "carol")]
    [InlineData($$"""{"type":"Unknown","arn":"{{Sso}}carol"}""", "carol")]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/R/s","onBehalfOf":{"userId":"u-2"}}""", "u-2")]
    public void A_name_that_AWS_set_is_asserted(string identity, string name) => Assert.Equal(new Human(name, HumanEvidence.Asserted), Of(identity));

    [Theory]
    [InlineData("AWSReservedSSO_Admin_1", "carol")]
    [InlineData("DeployRole", "ci")]
    public void A_source_identity_leads_to_the_person_through_chained_roles(string role, string session)
    {
        var identity = $$$"""{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/{{{role}}}/{{{session}}}","sessionContext":{"sourceIdentity":"dave@example.com"}}""";

        Assert.Equal(new Human("dave@example.com", HumanEvidence.Asserted), Of(identity));
    }

    [Fact]
    public void The_session_name_of_an_ordinary_role_is_only_claimed_and_only_where_it_is_an_address()
    {
        Assert.Equal(new Human("eve@example.com", HumanEvidence.Claimed), Role("eve@example.com"));
        Assert.Null(Role("eve"));
        Assert.Null(Role("i-0123456789abcdef0"));
        Assert.Null(Role("@example.com"));
        Assert.Null(Role("eve@"));
    }

    [Theory]
    [InlineData("""{"type":"AWSService","invokedBy":"config.amazonaws.com"}""")]
    [InlineData("""{"type":"AWSAccount","accountId":"9","principalId":"AIDA9"}""")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROA1:botocore-session-1","accountId":"1"}""")]
    [InlineData("""{"type":"Unknown","principalId":"p"}""")]
    [InlineData("null")]
    public void A_service_a_workload_or_nobody_leads_to_no_person(string identity) => Assert.Null(Of(identity));

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("true", true)]
    [InlineData("null", null)]
    public void MFA_is_told_by_the_session(string attribute, bool? expected)
    {
        var identity = $$"""{"type":"AssumedRole","arn":"{{Sso}}a","sessionContext":{"attributes":{ "mfaAuthenticated":{{attribute}} } } }""";

        Assert.Equal(expected, Sample.Event(Sample.With("userIdentity", identity)).Actor.Mfa);
    }

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("No", false)]
    [InlineData("", null)]
    public void MFA_of_a_console_sign_in_is_told_by_MFAUsed(string used, bool? expected)
    {
        var record = Sample.With(("eventName", "\"ConsoleLogin\""), ("userIdentity", """{"type":"IAMUser","userName":"alice"}"""), ("additionalEventData", $$"""{"MFAUsed":"{{used}}"}"""));

        Assert.Equal(expected, Sample.Event(record).Actor.Mfa);
    }

    [Fact]
    public void What_the_session_says_of_MFA_comes_before_MFAUsed()
    {
        var record = Sample.With(
            ("userIdentity", """{"type":"IAMUser","userName":"alice","sessionContext":{"attributes":{"mfaAuthenticated":"false"}}}"""), ("additionalEventData", """{"MFAUsed":"Yes"}"""));

        Assert.False(Sample.Event(record).Actor.Mfa);
    }

    private static Human? Role(string session) => Of($$"""{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/DeployRole/{{session}}"}""");

    private static Human? Of(string identity) => Sample.Event(Sample.With("userIdentity", identity)).Actor.Human;
}
