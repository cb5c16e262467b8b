using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>SNS, SQS and EventBridge.</summary>
internal static class MessagingResources
{
    public static readonly ServiceRules[] All =
    [
        new(
            "sns",
            new("*.topicArn", Given, Value: Arn),
            new("request.name", "{}", Action: "Topic"),
            new("*.subscriptionArn", Given, Value: Arn),
            new("request.targetArn", Given, Value: Arn),
            new("request.endpoint", Given, Value: Arn),
            new("*.platformApplicationArn", Given, Value: Arn),
            new("*.endpointArn", Given, Value: Arn)),
        new(
            "sqs",
            new("request.queueName", "arn:{partition}:sqs:{region}:{queueOwnerAWSAccountId|$account}:{}"),
            new("*.queueUrl", "arn:{partition}:sqs:{region}:{-2}:{-1}", Value: "http*"),
            new("request.sourceArn", Given),
            new("request.destinationArn", Given)),
        // A rule of a bus other than the default one has the bus in its ARN.
        new(
            "events",
            new("request.name", "rule/{eventBusName.last!default}/{}", Action: "Rule"),
            new("request.name", "rule/{}", Action: "Rule"),
            new("request.name", "event-bus/{}", Action: "EventBus"),
            new("request.name", Given, Action: "Connection|ApiDestination|Endpoint"),
            new("request.rule", "rule/{eventBusName.last!default}/{}"),
            new("request.rule", "rule/{}"),
            new("request.eventBusName", "event-bus/{}", Action: "Permission"),
            new("request.archiveName", "archive/{}"),
            new("request.eventSourceArn", Given),
            new("request.targets.arn", Given),
            new("response.ruleArn", Given),
            new("response.eventBusArn", Given),
            new("response.archiveArn", Given),
            new("response.connectionArn", Given),
            new("response.apiDestinationArn", Given)),
    ];
}
