namespace Sealtrail.Core.Enrichment.Tools;

/// <summary>The tools that are told apart.</summary>
internal static class ToolNames
{
    public const string Console = "console";
    public const string AwsService = "AWS service";
    public const string CloudFormation = "CloudFormation";
    public const string CloudShell = "CloudShell";

    /// <summary>The tool behind a service's host name, such as <c>cloudformation.amazonaws.com</c>; null where the text is no such name.</summary>
    public static string? OfHost(string text)
    {
        if (text.Equals("AWS Internal", StringComparison.OrdinalIgnoreCase))
        {
            return AwsService;
        }

        if (text.Contains(' ', StringComparison.Ordinal)
            || !(text.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return text.StartsWith("cloudformation.", StringComparison.OrdinalIgnoreCase) ? CloudFormation
            : text.StartsWith("signin.", StringComparison.OrdinalIgnoreCase) || text.StartsWith("console.", StringComparison.OrdinalIgnoreCase) ? Console
            : AwsService;
    }
}
