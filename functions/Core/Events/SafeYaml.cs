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
        var (depth, aliases, anchored) = (0, 0, new Stack<bool>());
        while (parser.MoveNext())
        {
            var at = parser.Current!;
            depth += at.NestingIncrease;
            aliases += at is AnchorAlias ? 1 : 0;
            if (at is AnchorAlias && anchored.Contains(true))
            {
                throw new YamlException(at.Start, at.End, "an alias inside of what an alias may name: it would grow without end");
            }

            if (at.NestingIncrease > 0)
            {
                anchored.Push(at is NodeEvent { Anchor.IsEmpty: false });
            }
            else if (at.NestingIncrease < 0)
            {
                anchored.Pop();
            }

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
