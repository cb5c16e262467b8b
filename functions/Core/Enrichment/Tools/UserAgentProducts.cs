using System.Collections.Frozen;

namespace Sealtrail.Core.Enrichment.Tools;

/// <summary>
/// Reads a user agent's products (<c>name/version</c>, RFC 9110 section 10.1.5), wherever in it they stand and in any case. The tools
/// below name themselves beside what they are built on, so that of several known products the first of the table counts.
/// </summary>
internal static class UserAgentProducts
{
    /// <summary>A caller may send any length; what tells the tool stands far before this.</summary>
    private const int Longest = 2048;

    private static readonly (string Product, string Tool)[] Table =
    [
        // OpenTofu and Pulumi run Terraform's provider, which may name Terraform too.
        ("OpenTofu", "OpenTofu"),
        ("OpenTofu-S3-Backend", "OpenTofu"),
        ("Pulumi", "Pulumi"),
        ("Pulumi-Aws", "Pulumi"),
        ("pulumi-aws-native", "Pulumi"),
        ("Terraform", "Terraform"),
        ("terraform-provider-aws", "Terraform"),
        ("terraform-provider-awscc", "Terraform"),
        ("Ansible", "Ansible"),
        ("aws-cdk", "CDK"),
        ("@aws-cdk", "CDK"),
        ("cdk-assets", "CDK"),
        ("eksctl", "eksctl"),
        ("exec-env/CloudShell", ToolNames.CloudShell),
        ("AWS-CloudShell", ToolNames.CloudShell),
        ("aws-cli", "aws-cli"),
        ("AWSPowerShell", "Tools for PowerShell"),
        ("AWSPowerShell.NetCore", "Tools for PowerShell"),
        ("AWSPowerShell.Common", "Tools for PowerShell"),
        ("S3Console", ToolNames.Console),
        ("Signin", ToolNames.Console),
        // The services and the console's own servers call with SDKs too, behind this name.
        ("aws-internal", ToolNames.AwsService),
        ("Boto3", "SDK for Python"),
        ("Botocore", "SDK for Python"),
        ("Boto", "SDK for Python"),
        ("aws-sdk-java", "SDK for Java"),
        ("aws-sdk-js", "SDK for JavaScript"),
        ("aws-sdk-nodejs", "SDK for JavaScript"),
        ("aws-sdk-go", "SDK for Go"),
        ("aws-sdk-go-v2", "SDK for Go"),
        (DotnetFamily, "SDK for .NET"),
        ("aws-sdk-rust", "SDK for Rust"),
        ("aws-sdk-ruby", "SDK for Ruby"),
        ("aws-sdk-ruby2", "SDK for Ruby"),
        ("aws-sdk-ruby3", "SDK for Ruby"),
        ("aws-sdk-php", "SDK for PHP"),
        ("aws-sdk-php2", "SDK for PHP"),
        ("aws-sdk-cpp", "SDK for C++"),
        ("aws-sdk-kotlin", "SDK for Kotlin"),
        ("aws-sdk-swift", "SDK for Swift"),
        // A browser that signs its requests is most likely the console's.
        ("Mozilla", ToolNames.Console),
    ];

    private const string DotnetFamily = "aws-sdk-dotnet";
    private const string Environment = "exec-env";

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Ranks = Table
        .Select((line, rank) => (line.Product, rank))
        .ToFrozenDictionary(line => line.Product, line => line.rank, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>The tool; null where no product is known.</returns>
    public static string? Tool(string userAgent)
    {
        var best = int.MaxValue;
        var text = userAgent.AsSpan(0, Math.Min(userAgent.Length, Longest));

        // CloudTrail writes the user agents of S3 in brackets, and those of calls through a service as a list with commas.
        foreach (var part in text.SplitAny(" ,;[]()"))
        {
            best = Math.Min(best, Rank(text[part]));
        }

        return best == int.MaxValue ? null : Table[best].Tool;
    }

    private static int Rank(ReadOnlySpan<char> product)
    {
        if (product.StartsWith(Environment, StringComparison.OrdinalIgnoreCase))
        {
            return Ranks.TryGetValue(product, out var environment) ? environment : int.MaxValue;
        }

        var slash = product.IndexOf('/');
        var name = slash < 0 ? product : product[..slash];
        if (name.StartsWith(DotnetFamily, StringComparison.OrdinalIgnoreCase))
        {
            name = DotnetFamily;
        }

        return name.Length > 0 && (slash > 0 || name.SequenceEqual("Signin")) && Ranks.TryGetValue(name, out var rank) ? rank : int.MaxValue;
    }
}
