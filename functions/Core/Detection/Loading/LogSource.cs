using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>Whether a rule's <c>logsource</c> takes in CloudTrail: <c>product: aws</c>, <c>service: cloudtrail</c>; what is not named is any.</summary>
internal static class LogSource
{
    public static bool Applies(YamlMappingNode rule, out string other)
    {
        var source = rule.Child("logsource") as YamlMappingNode
            ?? throw new RuleRefusedException(rule, "logsource", "every rule needs one; for CloudTrail: product: aws, service: cloudtrail");
        var (product, service) = (source.Text("product"), source.Text("service"));
        if (product is null && service is null && source.Text("category") is null)
        {
            throw new RuleRefusedException(source, "logsource", "it names no product, service or category");
        }

        other = string.Join('/', new[] { product, service, source.Text("category") }.Where(name => name is not null));
        return product is "aws" ? service is null or "cloudtrail" : product is null && service is "cloudtrail";
    }
}
