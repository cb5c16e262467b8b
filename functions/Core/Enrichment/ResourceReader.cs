using System.Collections.Immutable;
using Sealtrail.Core.Enrichment.Resources;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment;

/// <summary>
/// The resources an event touched: what CloudTrail lists in <c>resources</c>, and where it lists none, what the request's parameters
/// and the response name, as ARNs where they can be known.
/// </summary>
internal static class ResourceReader
{
    public static ImmutableArray<string> Read(JsonValue record, string service, string action, string account, string region)
    {
        var found = default(ResourceSet);
        foreach (var resource in record["resources"u8].Items)
        {
            if (found.IsFull)
            {
                break;
            }

            found.Add(resource["ARN"u8].Text ?? resource["arn"u8].Text ?? resource["ARNPrefix"u8].Text);
        }

        if (found.IsEmpty)
        {
            ResourceTables.Find(
                service, record["requestParameters"u8], record["responseElements"u8], new ResourceContext(action, account, region), ref found);
        }

        return found.ToImmutable();
    }
}
