namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>What of an event goes into the ARNs of its resources. Account and region are empty where the record has none.</summary>
internal readonly record struct ResourceContext(string Action, string Account, string Region)
{
    /// <summary>The partition that the region's name tells.</summary>
    public string Partition =>
        Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : Region.StartsWith("us-iso-", StringComparison.Ordinal) ? "aws-iso"
        : Region.StartsWith("us-isob-", StringComparison.Ordinal) ? "aws-iso-b"
        : Region.StartsWith("eu-isoe-", StringComparison.Ordinal) ? "aws-iso-e"
        : Region.StartsWith("us-isof-", StringComparison.Ordinal) ? "aws-iso-f"
        : Region.StartsWith("eusc-", StringComparison.Ordinal) ? "aws-eusc"
        : "aws";
}
