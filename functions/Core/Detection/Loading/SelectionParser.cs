using Sealtrail.Core.Detection.Matching;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>
/// Turns a search identifier's content into a test: a map is all of its items, a list any of its entries, and a bare text
/// in a list a keyword.
/// </summary>
internal static class SelectionParser
{
    public static EventTest Parse(string name, YamlNode node) => node switch
    {
        YamlMappingNode { Children.Count: > 0 } map => new AllOf([.. map.Children.Select(item => Item(item.Key, item.Value))]),
        YamlSequenceNode { Children.Count: > 0 } list => new AnyOf([.. list.Children.Select(entry => Parse(name, entry))]),
        YamlScalarNode scalar when !scalar.IsNull() => ItemParser.Keyword(scalar),
        _ => throw new RuleRefusedException(node, name, "this selection is empty"),
    };

    private static EventTest Item(YamlNode key, YamlNode value) =>
        key is YamlScalarNode { Value: { } name }
            ? ItemParser.Field(key, name, value)
            : throw new RuleRefusedException(key, "selection", "a field's name must be text");
}
