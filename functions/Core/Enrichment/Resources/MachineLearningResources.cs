using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>Bedrock: models, agents, knowledge bases and guardrails.</summary>
internal static class MachineLearningResources
{
    private const string Profile = "inference-profile/{}";
    private const string Model = "arn:{partition}:bedrock:{region}::foundation-model/{}";

    /// <summary>An inference profile is a model's id behind the part of the world it may be run in.</summary>
    private static readonly string[] Geographies = ["us.", "us-gov.", "eu.", "apac.", "jp.", "au.", "ca.", "global."];

    public static readonly ServiceRules[] All =
    [
        new(
            "bedrock",
            [
                .. Geographies.Select(geography => new ResourceRule("request.modelId", Profile, Value: geography + "*")),
                new("request.modelId", Model),
                new("request.modelIdentifier", Model),
                new("request.baseModelIdentifier", Model),
                new("request.inferenceProfileIdentifier", Profile),
                new("request.agentId", "agent/{}"),
                new("request.agentAliasId", "agent-alias/{agentId}/{}"),
                new("request.knowledgeBaseId", "knowledge-base/{}"),
                new("request.guardrailIdentifier", "guardrail/{}"),
                new("request.guardrailId", "guardrail/{}"),
                new("request.flowIdentifier", "flow/{}"),
                new("request.promptIdentifier", "prompt/{}"),
                new("request.provisionedModelId", Given),
                new("request.customModelName", Given),
                new("request.jobIdentifier", Given),
                new("request.roleArn", Given),
                new("request.loggingConfig.s3Config.bucketName", "arn:{partition}:s3:::{}"),
                new("request.loggingConfig.cloudWatchConfig.logGroupName", "arn:{partition}:logs:{region}:{account}:log-group:{}"),
                new("response.jobArn", Given),
                new("response.guardrailArn", Given),
                new("response.provisionedModelArn", Given),
                new("response.inferenceProfileArn", Given),
                new("response.agent.agentArn", Given),
                new("response.knowledgeBase.knowledgeBaseArn", Given),
            ]),
    ];
}
