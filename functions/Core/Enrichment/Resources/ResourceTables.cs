using System.Collections.Frozen;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>
/// All tables, ready to use. A new service is a <see cref="ServiceRules"/> in the file of its family; a new family is one more line below.
/// ARN forms are those of the AWS Service Authorization Reference, parameter names those of real records.
/// </summary>
internal static class ResourceTables
{
    /// <summary>What names a resource in any service.</summary>
    private static readonly ResourceRule[] Everywhere =
    [
        new("request.resourceArn", ResourceRule.Given, Value: ResourceRule.Arn),
        new("request.resourceARN", ResourceRule.Given, Value: ResourceRule.Arn),
        new("request.ResourceArn", ResourceRule.Given, Value: ResourceRule.Arn),
        new("request.resourceArns", ResourceRule.Given, Value: ResourceRule.Arn),
        new("request.resourceARNList", ResourceRule.Given, Value: ResourceRule.Arn),
    ];

    public static readonly ServiceRules[] All =
    [
        .. IdentityResources.All, .. StorageResources.All, .. ComputeResources.All, .. ContainerResources.All, .. MessagingResources.All,
        .. OperationsResources.All, .. NetworkResources.All, .. MachineLearningResources.All, .. OtherResources.All,
    ];

    private static readonly FrozenDictionary<string, ResourceTree> Services =
        All.ToFrozenDictionary(service => service.Service, Tree, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ResourceTree>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Services.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ResourceTree AnyService = new(Everywhere.Select(rule => (rule, "")));

    public static void Find(string service, JsonValue request, JsonValue response, in ResourceContext context, ref ResourceSet found)
    {
        var dot = service.IndexOf('.', StringComparison.Ordinal);
        var tree = ByName.TryGetValue(dot < 0 ? service : service.AsSpan(0, dot), out var known) ? known : AnyService;
        if (Makes(context.Action))
        {
            tree.FindInResponse(response, context, ref found);
            tree.FindInRequest(request, context, ref found);
        }
        else
        {
            tree.FindInRequest(request, context, ref found);
            tree.FindInResponse(response, context, ref found);
        }
    }

    /// <summary>Of a call that makes something, what it made comes first: it is what the call is about.</summary>
    private static bool Makes(string action) =>
        action.StartsWith("Create", StringComparison.Ordinal) || action.StartsWith("Run", StringComparison.Ordinal)
        || action.StartsWith("Copy", StringComparison.Ordinal) || action.StartsWith("Allocate", StringComparison.Ordinal);

    private static ResourceTree Tree(ServiceRules service) => new(service.Rules.Concat(Everywhere).Select(rule => (rule, service.Arn)));
}
