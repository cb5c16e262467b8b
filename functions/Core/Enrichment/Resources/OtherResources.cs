using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>Services of which a few parameters matter.</summary>
internal static class OtherResources
{
    /// <summary>The directory of IAM Identity Center, under both of its event sources.</summary>
    private static readonly ResourceRule[] Directory =
    [
        new("*.userId", "user/{}"),
        new("*.groupId", "group/{}"),
        new("request.member.memberId", "user/{}"),
        new("request.memberId.userId", "user/{}"),
        new("response.user.userId", "user/{}"),
        new("response.group.groupId", "group/{}"),
    ];

    public static readonly ServiceRules[] All =
    [
        new(
            "guardduty",
            new("*.detectorId", "detector/{}"),
            new("request.ipSetId", "detector/{detectorId}/ipset/{}"),
            new("request.threatIntelSetId", "detector/{detectorId}/threatintelset/{}"),
            new("request.destinationId", "detector/{detectorId}/publishingDestination/{}"),
            new("request.filterName", "detector/{detectorId}/filter/{}"),
            new("request.accountIds", Given)),
        // The ARN of a group holds an id that its name does not tell.
        new(
            "autoscaling",
            new("request.autoScalingGroupName", Given),
            new("request.launchConfigurationName", Given)),
        new(
            "cloudfront",
            new("request.distributionId", "distribution/{}"),
            new("request.id", "distribution/{}", Action: "Distribution"),
            new("request.resource", Given, Value: Arn),
            new("response.distribution.aRN", Given)) { Arn = "arn:{partition}:cloudfront::{account}:" },
        new(
            "apigateway",
            new("*.apiId", "/apis/{}"),
            new("request.restApiId", "/restapis/{}")) { Arn = "arn:{partition}:apigateway:{region}::" },
        new("athena", new ResourceRule("request.workGroup", "workgroup/{}")),
        new("elasticfilesystem", new("*.fileSystemId", "file-system/{}"), new("*.accessPointId", "access-point/{}")),
        new("sso-directory", Directory) { Arn = "arn:{partition}:identitystore:::" },
        new("identitystore", Directory) { Arn = "arn:{partition}:identitystore:::" },
        new(
            "sso",
            new("request.permissionSetArn", Given),
            new("request.targetId", Given),
            new("request.instanceArn", Given)),
    ];
}
