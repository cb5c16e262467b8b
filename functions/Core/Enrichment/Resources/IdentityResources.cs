using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>IAM, STS and Organizations. A call that does not tell the path of a user or role is taken to mean the default path.</summary>
internal static class IdentityResources
{
    public static readonly ServiceRules[] All =
    [
        new(
            "iam",
            new("request.userName", "root", Value: "AWS ROOT USER"),
            new("request.userName", "user{path|/}{}"),
            new("request.newUserName", "user{newPath|/}{}"),
            new("response.user.arn", Given),
            new("response.accessKey.userName", "user/{}"),
            // These roles live under a path that only the response of their creation tells.
            new("request.roleName", Given, Value: "AWSServiceRoleFor*"),
            new("request.roleName", Given, Value: "AWSReservedSSO_*"),
            new("request.roleName", "role{path|/}{}"),
            new("response.role.arn", Given),
            new("request.groupName", "group{path|/}{}"),
            new("request.newGroupName", "group{newPath|/}{}"),
            new("response.group.arn", Given),
            new("request.instanceProfileName", "instance-profile{path|/}{}"),
            new("response.instanceProfile.arn", Given),
            new("request.policyArn", Given),
            // Elsewhere a policyName is an inline policy, which is a part of its user, role or group.
            new("request.policyName", "policy{path|/}{}", Action: "CreatePolicy"),
            new("response.policy.arn", Given),
            new("request.permissionsBoundary", Given),
            new("request.serialNumber", Given),
            new("request.virtualMFADeviceName", "mfa{path|/}{}"),
            new("response.virtualMFADevice.serialNumber", Given),
            new("*.sAMLProviderArn", Given),
            new("*.openIDConnectProviderArn", Given),
            new("request.serverCertificateName", "server-certificate{path|/}{}"),
            new("response.serverCertificateMetadata.arn", Given)) { Arn = "arn:{partition}:iam::{account}:" },
        new(
            "sts",
            new("request.roleArn", Given),
            new("request.principalArn", Given),
            new("request.serialNumber", Given),
            new("request.policyArns.arn", Given),
            new("response.assumedRoleUser.arn", Given),
            new("response.federatedUser.arn", Given),
            new("request.name", "federated-user/{}", Action: "GetFederationToken")) { Arn = "arn:{partition}:sts::{account}:" },
        // The ARNs of an organization hold its id and that of its management account, which a request does not tell: ids then.
        new(
            "organizations",
            new("request.policyId", Given),
            new("request.targetId", Given),
            new("request.target.id", Given),
            new("request.accountId", Given),
            new("request.organizationalUnitId", Given),
            new("request.parentId", Given),
            new("request.sourceParentId", Given),
            new("request.destinationParentId", Given),
            new("request.rootId", Given),
            new("request.handshakeId", Given),
            new("request.resourceId", Given),
            new("response.policy.policySummary.arn", Given),
            new("response.organizationalUnit.arn", Given),
            new("response.organization.arn", Given),
            new("response.account.arn", Given),
            new("response.handshake.arn", Given),
            new("response.createAccountStatus.accountId", Given)),
    ];
}
