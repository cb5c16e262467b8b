using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>Lambda, ECS, EKS and ECR.</summary>
internal static class ContainerResources
{
    public static readonly ServiceRules[] All =
    [
        new(
            "lambda",
            new("request.functionName", "arn:{partition}:lambda:{region}:{}", Value: "*:function:*"),
            new("request.functionName", "function:{}"),
            new("response.functionArn", Given),
            new("request.name", "function:{functionName}:{}", Action: "Alias"),
            new("request.layerName", "layer:{}"),
            new("response.layerVersionArn", Given),
            new("*.uUID", "event-source-mapping:{}"),
            new("*.eventSourceArn", Given),
            new("request.resource", Given, Value: Arn),
            new("request.codeSigningConfigArn", Given),
            new("request.sourceArn", Given),
            new("request.role", Given, Value: Arn)),
        // A task definition's ARN holds its revision; a family by itself has none.
        new(
            "ecs",
            new("request.service", "service/{cluster.last|default}/{}"),
            new("request.serviceName", "service/{cluster.last|default}/{}"),
            new("request.services", "service/{cluster.last|default}/{}"),
            new("request.task", "task/{cluster.last|default}/{}"),
            new("request.tasks", "task/{cluster.last|default}/{}"),
            new("request.containerInstance", "container-instance/{cluster.last|default}/{}"),
            new("request.containerInstances", "container-instance/{cluster.last|default}/{}"),
            new("request.cluster", "cluster/{}"),
            new("request.clusters", "cluster/{}"),
            new("request.clusterName", "cluster/{}"),
            new("request.taskDefinition", "task-definition/{}", Value: "*:*"),
            new("request.taskDefinition", Given),
            new("request.family", Given),
            new("response.service.serviceArn", Given),
            new("response.cluster.clusterArn", Given),
            new("response.task.taskArn", Given),
            new("response.tasks.taskArn", Given),
            new("response.taskDefinition.taskDefinitionArn", Given),
            new("request.taskRoleArn", Given),
            new("request.executionRoleArn", Given),
            new("request.overrides.taskRoleArn", Given)),
        // EKS calls its cluster "name" wherever that stands in the path of the call.
        new(
            "eks",
            new("request.name", "cluster/{}"),
            new("request.clusterName", "cluster/{}"),
            new("request.nodegroupName", Given),
            new("request.addonName", Given),
            new("request.fargateProfileName", Given),
            new("request.principalArn", Given),
            new("request.policyArn", Given),
            new("request.roleArn", Given),
            new("response.cluster.arn", Given),
            new("response.nodegroup.nodegroupArn", Given),
            new("response.addon.addonArn", Given),
            new("response.fargateProfile.fargateProfileArn", Given),
            new("response.accessEntry.accessEntryArn", Given),
            new("response.association.associationArn", Given)),
        new(
            "ecr",
            new("request.repositoryName", "arn:{partition}:ecr:{region}:{registryId|$account}:repository/{}"),
            new("response.repository.repositoryArn", Given)),
    ];
}
