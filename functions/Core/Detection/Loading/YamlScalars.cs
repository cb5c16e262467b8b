using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>Scalars by the YAML 1.2 core schema, as Sigma asks: an unquoted <c>No</c> is a string.</summary>
internal static class YamlScalars
{
    public static bool IsNull(this YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    public static bool IsNumber(this YamlNode node, out decimal number)
    {
        number = 0;
        return node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text }
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    public static bool? AsBoolean(this YamlNode node) =>
        node is not YamlScalarNode { Style: ScalarStyle.Plain, Value: var text } ? null : text switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => null,
        };

    public static YamlNode? Child(this YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Text(this YamlMappingNode map, string key) =>
        map.Child(key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    /// <summary>A list of texts, or one text for a list of one; what is neither is left out.</summary>
    public static IEnumerable<string> Texts(this YamlMappingNode map, string key) => map.Child(key) switch
    {
        YamlSequenceNode list => list.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? ""),
        YamlScalarNode { Value: { Length: > 0 } text } => [text],
        _ => [],
    };
}
