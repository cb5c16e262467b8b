using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>CloudTrail, Config, CloudFormation, Systems Manager, CloudWatch and CloudWatch Logs.</summary>
internal static class OperationsResources
{
    private const string SsmDocument = "arn:{partition}:ssm:{region}::document/{}";
    private const string Instance = "arn:{partition}:ec2:{region}:{account}:instance/{}";

    public static readonly ServiceRules[] All =
    [
        new(
            "cloudtrail",
            new("request.name", "trail/{}", Action: "Trail|Logging"),
            new("request.name", Given, Action: "EventDataStore|Channel|Dashboard"),
            new("request.trailName", "trail/{}"),
            new("request.trailNameList", "trail/{}"),
            new("request.eventDataStore", "eventdatastore/{}"),
            new("request.channel", "channel/{}"),
            new("request.resourceId", Given),
            new("request.resourceIdList", Given),
            new("request.s3BucketName", "arn:{partition}:s3:::{}"),
            new("response.trailARN", Given),
            new("response.eventDataStoreArn", Given)),
        // The ARNs of rules, recorders and aggregators hold an id that AWS chose; a delivery channel has none.
        new(
            "config",
            new("request.configRuleName", Given),
            new("request.configRule.configRuleName", Given),
            new("request.configRule.configRuleArn", Given),
            new("request.configurationRecorderName", Given),
            new("request.configurationRecorder.name", Given),
            new("request.configurationRecorder.roleARN", Given),
            new("request.deliveryChannelName", Given),
            new("request.deliveryChannel.name", Given),
            new("request.deliveryChannel.s3BucketName", "arn:{partition}:s3:::{}"),
            new("request.configurationAggregatorName", Given),
            new("response.configurationAggregator.configurationAggregatorArn", Given),
            new("request.conformancePackName", Given),
            new("response.conformancePackArn", Given),
            new("request.organizationConfigRuleName", Given),
            new("response.organizationConfigRuleArn", Given),
            new("request.retentionConfigurationName", Given)),
        // A stack's ARN holds an id that its name does not tell.
        new(
            "cloudformation",
            new("request.stackName", Given),
            new("response.stackId", Given),
            new("request.stackSetName", Given),
            new("response.stackSetId", Given),
            new("response.id", Given, Value: Arn),
            new("request.roleARN", Given),
            new("request.typeName", Given),
            new("request.arn", Given)),
        // Documents of AWS have its prefixes, which nobody else may use, and no account.
        new(
            "ssm",
            new("request.name", "parameter{}", Action: "Parameter", Value: "/*"),
            new("request.name", "parameter/{}", Action: "Parameter"),
            new("request.names", "parameter{}", Action: "Parameter", Value: "/*"),
            new("request.names", "parameter/{}", Action: "Parameter"),
            new("request.path", "parameter{}", Action: "Parameter", Value: "/*"),
            new("request.name", SsmDocument, Action: "Document", Value: "AWS*"),
            new("request.name", SsmDocument, Action: "Document", Value: "Amazon*"),
            new("request.name", "document/{}", Action: "Document"),
            new("request.documentName", SsmDocument, Value: "AWS*"),
            new("request.documentName", SsmDocument, Value: "Amazon*"),
            new("request.documentName", "document/{}"),
            new("request.instanceId", "managed-instance/{}", Value: "mi-*"),
            new("request.instanceId", Instance),
            new("request.instanceIds", "managed-instance/{}", Value: "mi-*"),
            new("request.instanceIds", Instance),
            new("request.target", "managed-instance/{}", Value: "mi-*"),
            new("request.target", Instance, Value: "i-*"),
            new("request.target", Given, Action: "Session"),
            new("request.targets.values", "managed-instance/{}", Value: "mi-*"),
            new("request.targets.values", Instance, Value: "i-*"),
            new("*.sessionId", "session/{}"),
            new("*.windowId", "maintenancewindow/{}"),
            new("*.baselineId", "patchbaseline/{}"),
            new("request.associationId", "association/{}"),
            new("*.automationExecutionId", "automation-execution/{}"),
            new("request.resourceId", Given)),
        new(
            "monitoring",
            new("request.alarmName", "alarm:{}"),
            new("request.alarmNames", "alarm:{}"),
            new("request.dashboardName", "arn:{partition}:cloudwatch::{account}:dashboard/{}"),
            new("request.dashboardNames", "arn:{partition}:cloudwatch::{account}:dashboard/{}"))
            { Arn = "arn:{partition}:cloudwatch:{region}:{account}:" },
        new(
            "logs",
            new("request.logGroupName", "log-group:{}"),
            new("request.logGroupNames", "log-group:{}"),
            new("request.logGroupIdentifier", "log-group:{}"),
            new("request.logGroupIdentifiers", "log-group:{}"),
            new("request.logStreamName", "log-group:{logGroupName}:log-stream:{}"),
            new("request.destinationName", "destination:{}"),
            new("request.destinationArn", Given),
            new("request.destination", "arn:{partition}:s3:::{}", Action: "ExportTask"),
            new("request.kmsKeyId", Given, Action: "Kms")),
    ];
}
