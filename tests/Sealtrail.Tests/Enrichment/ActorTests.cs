using Sealtrail.Core.Events;
using Sealtrail.Tests.Parsing;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

/// <summary>Every identity type of the CloudTrail record reference becomes one kind of actor with one readable name.</summary>
public sealed class ActorTests
{
    [Fact]
    public void An_IAM_user_is_named_by_user_name()
    {
        var actor = Of("""{"type":"IAMUser","principalId":"AIDA1","arn":"arn:aws:iam::1:user/path/alice","accountId":"1","accessKeyId":"AKIA1","userName":"alice"}""");

        Assert.Equal((ActorKind.IamUser, "alice", "arn:aws:iam::1:user/path/alice"), (actor.Kind, actor.Name, actor.Arn));
        Assert.Equal(("1", "AIDA1", "AKIA1"), (actor.Account, actor.PrincipalId, actor.AccessKey));
        Assert.Equal((null, null, null, null), (actor.SessionName, actor.Issuer, actor.InvokedBy, actor.Mfa));
    }

    [Fact]
    public void Root_is_root_whatever_alias_stands_as_its_user_name()
    {
        Assert.Equal((ActorKind.Root, "root"), Named("""{"type":"Root","principalId":"1","arn":"arn:aws:iam::1:root","accountId":"1"}"""));
        Assert.Equal((ActorKind.Root, "root"), Named("""{"type":"Root","userName":"my-alias","accountId":"1"}"""));
    }

    [Fact]
    public void An_assumed_role_is_its_role_and_session()
    {
        var actor = Of("""
            {"type":"AssumedRole","principalId":"AROA1:alice","arn":"arn:aws:sts::1:assumed-role/DeployRole/alice","accountId":"1","accessKeyId":"ASIA1",
             "sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROA1","arn":"arn:aws:iam::1:role/team/DeployRole","accountId":"1","userName":"DeployRole"},
             "attributes":{"creationDate":"2026-11-10T08:00:00Z","mfaAuthenticated":"false"}}}
            """);

        Assert.Equal((ActorKind.AssumedRole, "DeployRole/alice", "alice"), (actor.Kind, actor.Name, actor.SessionName));
        Assert.Equal(("arn:aws:iam::1:role/team/DeployRole", false), (actor.Issuer, actor.Mfa));
    }

    [Theory]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/DeployRole/bob"}""", "DeployRole/bob")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROA1:i-0abc","accountId":"1"}""", "i-0abc")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROA1","accountId":"1"}""", "AROA1")]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws-cn:sts::1:assumed-role/R/s"}""", "R/s")]
    [InlineData("""{"type":"Role","arn":"arn:aws:sts::1:assumed-role/R/s"}""", "R/s")]
    public void An_assumed_role_is_named_from_what_there_is(string identity, string name) => Assert.Equal((ActorKind.AssumedRole, name), Named(identity));

    [Fact]
    public void A_federated_user_is_the_issuing_user_and_the_session()
    {
        var actor = Of("""
            {"type":"FederatedUser","principalId":"1:carol","arn":"arn:aws:sts::1:federated-user/carol","accountId":"1",
             "sessionContext":{"sessionIssuer":{"type":"IAMUser","arn":"arn:aws:iam::1:user/broker","userName":"broker"}}}
            """);

        Assert.Equal((ActorKind.FederatedUser, "broker/carol", "carol"), (actor.Kind, actor.Name, actor.SessionName));
    }

    [Theory]
    [InlineData("""{"type":"SAMLUser","principalId":"x:alice@example.com","userName":"alice@example.com","identityProvider":"x"}""", ActorKind.SamlUser, "alice@example.com")]
    [InlineData("""{"type":"WebIdentityUser","principalId":"accounts.google.com:app:123","userName":"123","identityProvider":"accounts.google.com"}""", ActorKind.WebIdentityUser, "123")]
    [InlineData("""{"type":"AWSAccount","principalId":"AIDA9","accountId":"9"}""", ActorKind.AwsAccount, "AIDA9")]
    [InlineData("""{"type":"AWSAccount","accountId":"9"}""", ActorKind.AwsAccount, "9")]
    [InlineData("""{"type":"AWSService","invokedBy":"config.amazonaws.com"}""", ActorKind.AwsService, "config.amazonaws.com")]
    [InlineData("""{"invokedBy":"kms.amazonaws.com"}""", ActorKind.AwsService, "kms.amazonaws.com")]
    [InlineData("""{"type":"Unknown","principalId":"p"}""", ActorKind.Unknown, "p")]
    [InlineData("""{"type":"Unknown","userName":"HIDDEN_DUE_TO_SECURITY_REASONS"}""", ActorKind.Unknown, "HIDDEN_DUE_TO_SECURITY_REASONS")]
    [InlineData("""{"type":"ANewType","arn":"arn:aws:x::1:y"}""", ActorKind.Unknown, "arn:aws:x::1:y")]
    [InlineData("""{"principalId":"p","accountId":"1"}""", ActorKind.Unknown, "p")]
    [InlineData("""{"type":"","userName":""}""", ActorKind.Unknown, "unknown")]
    [InlineData("{}", ActorKind.Unknown, "unknown")]
    [InlineData("null", ActorKind.Unknown, "unknown")]
    [InlineData("\"text\"", ActorKind.Unknown, "unknown")]
    [InlineData("[]", ActorKind.Unknown, "unknown")]
    public void Every_other_identity_has_its_kind_and_a_name(string identity, ActorKind kind, string name) => Assert.Equal((kind, name), Named(identity));

    [Fact]
    public void An_Identity_Center_user_without_an_ARN_is_known_by_the_user_it_acts_for()
    {
        var actor = Of("""{"type":"IdentityCenterUser","accountId":"1","onBehalfOf":{"userId":"u-1","identityStoreArn":"arn:aws:identitystore::1:identitystore/d-1"},"credentialId":"c"}""");

        Assert.Equal((ActorKind.IdentityCenterUser, "u-1", "u-1", null), (actor.Kind, actor.Name, actor.OnBehalfOf, actor.Arn));
    }

    [Fact]
    public void An_Identity_Center_user_is_named_by_the_user_name_of_the_sign_in()
    {
        var record = Sample.With(
            ("userIdentity", """{"type":"IdentityCenterUser","accountId":"1","onBehalfOf":{"userId":"u-1"}}"""), ("additionalEventData", """{"UserName":"carol@example.com"}"""));

        Assert.Equal("carol@example.com", Sample.Event(record).Actor.Name);
    }

    [Fact]
    public void A_role_under_type_Unknown_is_the_role() =>
        Assert.Equal((ActorKind.AssumedRole, "AWSReservedSSO_Admin_1/dave"), Named("""{"type":"Unknown","arn":"arn:aws:sts::1:assumed-role/AWSReservedSSO_Admin_1/dave"}"""));

    [Fact]
    public void A_call_by_a_service_on_a_users_behalf_is_the_users_and_names_the_service()
    {
        var actor = Of("""{"type":"IAMUser","userName":"alice","invokedBy":"cloudformation.amazonaws.com"}""");

        Assert.Equal((ActorKind.IamUser, "alice", "cloudformation.amazonaws.com"), (actor.Kind, actor.Name, actor.InvokedBy));
    }

    [Fact]
    public void A_record_without_userIdentity_has_an_unknown_actor() => Assert.Equal(ActorKind.Unknown, Sample.Event(Sample.Without("userIdentity")).Actor.Kind);

    private static Actor Of(string identity) => Sample.Event(Sample.With("userIdentity", identity)).Actor;

    private static (ActorKind, string) Named(string identity) => (Of(identity).Kind, Of(identity).Name);
}
