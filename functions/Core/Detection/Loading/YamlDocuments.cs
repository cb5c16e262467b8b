using Sealtrail.Core.Events;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>Reads the YAML of rule files within the bounds of <see cref="SafeYaml"/>.</summary>
internal static class YamlDocuments
{
    /// <returns>The documents; none, with a problem, where the text is not acceptable YAML.</returns>
    public static IReadOnlyList<YamlDocument> Read(RuleFile file, List<RuleProblem> problems)
    {
        if (file.Text.Length > SafeYaml.LongestText)
        {
            problems.Add(new RuleProblem(file.Name, 0, "file", $"longer than {SafeYaml.LongestText} characters", IsRefusal: true));
            return [];
        }

        try
        {
            return SafeYaml.Read(file.Text);
        }
        catch (YamlException invalid)
        {
            problems.Add(new RuleProblem(file.Name, (int)invalid.Start.Line, "YAML", invalid.InnerException?.Message ?? invalid.Message, IsRefusal: true));
            return [];
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet meets some broken texts with these.
            problems.Add(new RuleProblem(file.Name, 0, "YAML", $"the text is broken: {broken.Message}", IsRefusal: true));
            return [];
        }
    }
}
