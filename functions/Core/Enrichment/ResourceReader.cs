using System.Collections.Immutable;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment;

/// <summary>
/// The resources an event touched: what CloudTrail lists in <c>resources</c>, and where it lists none, the names that
/// the request's parameters give, as ARNs where the name, the account and the region make one.
/// </summary>
internal static class ResourceReader
{
    private const int Most = 20;

    public static ImmutableArray<string> Read(JsonValue record, string service, string account, string region)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var resource in record["resources"u8].Items)
        {
            Add(found, resource["ARN"u8].Text ?? resource["arn"u8].Text ?? resource["ARNPrefix"u8].Text ?? resource["accountId"u8].Text);
        }

        if (found.Count == 0)
        {
            FromParameters(found, record["requestParameters"u8], new ResourceArns(service, account, region));
        }

        return found.ToImmutable();
    }

    private static void FromParameters(ImmutableArray<string>.Builder found, JsonValue parameters, ResourceArns arns)
    {
        foreach (var member in parameters.Members)
        {
            if (member.Value.IsArray)
            {
                foreach (var item in member.Value.Items)
                {
                    Add(found, arns.From(member.Name, item.Text));
                }
            }
            else if (member.Value.IsObject)
            {
                // EC2 lists ids as instancesSet.items[].instanceId and the like.
                foreach (var item in member.Value["items"u8].Items)
                {
                    foreach (var inner in item.Members)
                    {
                        Add(found, arns.From(inner.Name, inner.Value.Text));
                    }
                }
            }
            else
            {
                Add(found, arns.From(member.Name, member.Value.Text));
            }
        }
    }

    private static void Add(ImmutableArray<string>.Builder found, string? resource)
    {
        if (!string.IsNullOrEmpty(resource) && found.Count < Most && !found.Contains(resource))
        {
            found.Add(resource);
        }
    }
}
