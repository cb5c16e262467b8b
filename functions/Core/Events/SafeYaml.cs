using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Events;

/// <summary>
/// Reads YAML that strangers wrote. Size, nesting and aliases are bounded before any tree is built: an alias that names a
/// node full of aliases grows without end when it is walked.
/// </summary>
internal static class SafeYaml
{
    public const int LongestText = 1 << 20;

    private const int Deepest = 64;
    private const int MostAliases = 100;

    /// <exception cref="YamlException">The text is no YAML, or more than is acceptable; the exception knows where.</exception>
    public static IReadOnlyList<YamlDocument> Read(string text)
    {
        if (text.Length > LongestText)
        {
            throw new YamlException($"longer than {LongestText} characters");
        }

        CheckBounds(text);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents];
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
