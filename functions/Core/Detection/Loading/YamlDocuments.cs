using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>
/// Reads YAML that strangers wrote. Size, nesting and aliases are bounded before any tree is built: an alias that names a
/// node full of aliases grows without end when it is walked.
/// </summary>
internal static class YamlDocuments
{
    private const int LongestText = 1 << 20;
    private const int Deepest = 64;
    private const int MostAliases = 100;

    /// <returns>The documents; none, with a problem, where the text is not acceptable YAML.</returns>
    public static IReadOnlyList<YamlDocument> Read(RuleFile file, List<RuleProblem> problems)
    {
        if (file.Text.Length > LongestText)
        {
            problems.Add(new RuleProblem(file.Name, 0, "file", $"longer than {LongestText} characters", IsRefusal: true));
            return [];
        }

        try
        {
            CheckBounds(file.Text);
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            return [.. stream.Documents];
        }
        catch (YamlException invalid)
        {
            problems.Add(new RuleProblem(file.Name, (int)invalid.Start.Line, "YAML", invalid.InnerException?.Message ?? invalid.Message, IsRefusal: true));
            return [];
        }
    }

    private static void CheckBounds(string text)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, aliases) = (0, 0);
        while (parser.MoveNext())
        {
            var at = parser.Current!;
            depth += at.NestingIncrease;
            aliases += at is AnchorAlias ? 1 : 0;
            if (depth > Deepest)
            {
                throw new YamlException(at.Start, at.End, $"nested deeper than {Deepest}");
            }

            if (aliases > MostAliases)
            {
                throw new YamlException(at.Start, at.End, $"more than {MostAliases} aliases");
            }
        }
    }
}
