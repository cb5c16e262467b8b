using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>Route 53 and Elastic Load Balancing of all generations.</summary>
internal static class NetworkResources
{
    public static readonly ServiceRules[] All =
    [
        new(
            "route53",
            new("request.hostedZoneId", "hostedzone/{-1}"),
            new("request.id", "hostedzone/{-1}", Action: "HostedZone"),
            new("response.hostedZone.id", "hostedzone/{-1}"),
            new("*.healthCheckId", "healthcheck/{}"),
            new("response.healthCheck.id", "healthcheck/{}"),
            new("request.vPC.vPCId", "arn:{partition}:ec2:{vPCRegion}:{account}:vpc/{}")) { Arn = "arn:{partition}:route53:::" },
        // Only classic load balancers are known by their name alone.
        new(
            "elasticloadbalancing",
            new("request.loadBalancerArn", Given),
            new("request.targetGroupArn", Given),
            new("request.listenerArn", Given),
            new("request.ruleArn", Given),
            new("request.loadBalancerName", "loadbalancer/{}"),
            new("request.name", Given),
            new("request.targets.id", "arn:{partition}:ec2:{region}:{account}:instance/{}", Value: "i-*"),
            new("request.targets.id", Given, Value: Arn),
            new("request.instances.instanceId", "arn:{partition}:ec2:{region}:{account}:instance/{}"),
            new("request.securityGroups", "arn:{partition}:ec2:{region}:{account}:security-group/{}"),
            new("response.loadBalancers.loadBalancerArn", Given),
            new("response.targetGroups.targetGroupArn", Given),
            new("response.listeners.listenerArn", Given),
            new("response.rules.ruleArn", Given)),
    ];
}
