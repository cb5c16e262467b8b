using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>
/// EC2, whose parameters are named after what they hold, at a few places: by themselves, in <c>somethingSet.items</c>, and in newer calls
/// inside <c>CreateSomethingRequest</c> with a capital. So one line a parameter makes the rules for all of these places.
/// </summary>
internal static class ComputeResources
{
    /// <summary>Parameter, resource type, and how the ids of that type begin.</summary>
    private static readonly (string Parameter, string Type, string Ids)[] Ec2Types =
    [
        ("instanceId", "instance", "i-"),
        ("volumeId", "volume", "vol-"),
        ("groupId", "security-group", "sg-"),
        ("securityGroupRuleId", "security-group-rule", "sgr-"),
        ("vpcId", "vpc", "vpc-"),
        ("subnetId", "subnet", "subnet-"),
        ("routeTableId", "route-table", "rtb-"),
        ("networkAclId", "network-acl", "acl-"),
        ("internetGatewayId", "internet-gateway", "igw-"),
        ("egressOnlyInternetGatewayId", "egress-only-internet-gateway", "eigw-"),
        ("natGatewayId", "natgateway", "nat-"),
        ("networkInterfaceId", "network-interface", "eni-"),
        ("allocationId", "elastic-ip", "eipalloc-"),
        ("flowLogId", "vpc-flow-log", "fl-"),
        ("launchTemplateId", "launch-template", "lt-"),
        ("vpcEndpointId", "vpc-endpoint", "vpce-"),
        ("serviceId", "vpc-endpoint-service", "vpce-svc-"),
        ("vpcPeeringConnectionId", "vpc-peering-connection", "pcx-"),
        ("transitGatewayAttachmentId", "transit-gateway-attachment", "tgw-attach-"),
        ("transitGatewayRouteTableId", "transit-gateway-route-table", "tgw-rtb-"),
        ("transitGatewayId", "transit-gateway", "tgw-"),
        ("dhcpOptionsId", "dhcp-options", "dopt-"),
        ("prefixListId", "prefix-list", "pl-"),
        ("vpnGatewayId", "vpn-gateway", "vgw-"),
        ("customerGatewayId", "customer-gateway", "cgw-"),
        ("vpnConnectionId", "vpn-connection", "vpn-"),
        ("clientVpnEndpointId", "client-vpn-endpoint", "cvpn-endpoint-"),
        ("fleetId", "fleet", "fleet-"),
        ("spotInstanceRequestId", "spot-instances-request", "sir-"),
        ("spotFleetRequestId", "spot-fleet-request", "sfr-"),
        ("hostId", "dedicated-host", "h-"),
        ("capacityReservationId", "capacity-reservation", "cr-"),
        ("trafficMirrorSessionId", "traffic-mirror-session", "tms-"),
        ("trafficMirrorTargetId", "traffic-mirror-target", "tmt-"),
        ("trafficMirrorFilterId", "traffic-mirror-filter", "tmf-"),
        ("instanceConnectEndpointId", "instance-connect-endpoint", "eice-"),
    ];

    public static readonly ServiceRules[] All = [new("ec2", [.. Ec2Types.SelectMany(OfType), .. OfOtherShape()])];

    private static IEnumerable<ResourceRule> OfType((string Parameter, string Type, string Ids) line)
    {
        var template = line.Type + "/{}";
        return Places(line.Parameter, template).Concat(ByIds(line.Ids, template));
    }

    /// <summary>Parameters that may hold an id of any type: what the id begins with tells.</summary>
    private static IEnumerable<ResourceRule> ByIds(string ids, string template) =>
    [
        new("request.resourcesSet.items.resourceId", template, Value: ids + "*"),
        new("request.*.ResourceId.content", template, Value: ids + "*"),
        new("request.gatewayId", template, Value: ids + "*"),
    ];

    private static IEnumerable<ResourceRule> Places(string parameter, string template)
    {
        var capital = char.ToUpperInvariant(parameter[0]) + parameter[1..];
        return
        [
            new("*." + parameter, template),
            new($"*.*.{parameter}", template),
            new($"*.*.items.{parameter}", template),
            new("request.*." + capital, template),
            new($"request.*.{capital}.content", template),
            new($"response.*.*.{parameter}", template),
        ];
    }

    /// <summary>Images and snapshots, whose ARNs name no account, and what has a name of its own.</summary>
    private static IEnumerable<ResourceRule> OfOtherShape() =>
    [
        .. Places("imageId", "arn:{partition}:ec2:{region}::image/{}"),
        .. Places("snapshotId", "arn:{partition}:ec2:{region}::snapshot/{}"),
        .. ByIds("ami-", "arn:{partition}:ec2:{region}::image/{}"),
        .. ByIds("snap-", "arn:{partition}:ec2:{region}::snapshot/{}"),
        new("request.sourceImageId", "arn:{partition}:ec2:{sourceRegion}::image/{}"),
        new("request.sourceSnapshotId", "arn:{partition}:ec2:{sourceRegion}::snapshot/{}"),
        new("request.destinationSecurityGroupId", "security-group/{}"),
        new("request.peerVpcId", "arn:{partition}:ec2:{region}:{peerOwnerId|$account}:vpc/{}"),
        new("*.keyName", "key-pair/{}"),
        new("request.instancesSet.items.keyName", "key-pair/{}"),
        new("request.iamInstanceProfile.arn", Given),
        new("request.*.IamInstanceProfile.Arn", Given),
        new("request.*.IamInstanceProfile.Name", "arn:{partition}:iam::{account}:instance-profile/{}"),
        new("request.*.LaunchTemplateName", Given),
        new("request.*.AssociationId", Given),
        new("request.groupName", Given, Action: "SecurityGroup"),
        new("request.launchTemplate.launchTemplateId", "launch-template/{}"),
        new("request.launchTemplate.launchTemplateName", Given),
        new("request.exportToS3.s3Bucket", "arn:{partition}:s3:::{}"),
    ];
}
