using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>A rule cannot be loaded. Caught by <see cref="RuleLoader"/> at the boundary of one document, and told as a <see cref="RuleProblem"/>.</summary>
internal sealed class RuleRefusedException(int line, string construct, string message) : Exception(message)
{
    public RuleRefusedException(YamlNode node, string construct, string message)
        : this((int)node.Start.Line, construct, message)
    {
    }

    public int Line { get; } = line;

    public string Construct { get; } = construct;
}
