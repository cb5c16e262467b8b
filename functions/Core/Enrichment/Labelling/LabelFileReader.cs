using Sealtrail.Core.Events;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sealtrail.Core.Enrichment.Labelling;

/// <summary>Reads a label file: three maps from what stands in events to what people call it.</summary>
internal sealed class LabelFileReader(string file, List<LabelProblem> problems)
{
    private const int LongestLabel = 200;

    private readonly List<LabelledNetwork> _networks = [];
    private readonly Dictionary<string, string> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _principals = new(StringComparer.Ordinal);

    /// <returns>The labels; null, with problems, where anything in the file is wrong.</returns>
    public Labels? Read(string text)
    {
        try
        {
            var documents = SafeYaml.Read(text);
            if (documents.Count == 1 && documents[0].RootNode is YamlMappingNode root)
            {
                ReadSections(root);
            }
            else
            {
                problems.Add(new LabelProblem(file, 0, "must be one YAML map with networks, accounts or principals"));
            }
        }
        catch (YamlException invalid)
        {
            problems.Add(new LabelProblem(file, (int)invalid.Start.Line, $"no YAML that can be accepted: {invalid.InnerException?.Message ?? invalid.Message}"));
        }

        return problems.Count == 0 ? new Labels(_networks, _accounts, _principals) : null;
    }

    private void ReadSections(YamlMappingNode root)
    {
        foreach (var (key, value) in root.Children)
        {
            switch ((key as YamlScalarNode)?.Value)
            {
                case "networks":
                    ReadSection(value, "networks", AddNetwork);
                    break;
                case "accounts":
                    ReadSection(value, "accounts", AddAccount);
                    break;
                case "principals":
                    ReadSection(value, "principals", (name, label) => _principals.TryAdd(name, label) ? null : "stands there twice");
                    break;
                default:
                    Problem(key, "only networks, accounts and principals can be labelled");
                    break;
            }
        }
    }

    /// <param name="add">Takes a name and its label; gives the cause where they are wrong.</param>
    private void ReadSection(YamlNode section, string title, Func<string, string, string?> add)
    {
        if (section is not YamlMappingNode map)
        {
            Problem(section, $"{title} must be a map from name to label");
            return;
        }

        foreach (var (key, value) in map.Children)
        {
            var cause = key is not YamlScalarNode { Value: { Length: > 0 } name } ? $"a name in {title} must be a text"
                : value is not YamlScalarNode { Value: { Length: > 0 and <= LongestLabel } label } ? $"the label of {name} must be a text of 1 to {LongestLabel} characters"
                : add(name, label);
            if (cause is not null)
            {
                Problem(key, cause);
            }
        }
    }

    private string? AddNetwork(string name, string label)
    {
        if (LabelledNetwork.Parse(name, out var cause) is not { } range)
        {
            return cause;
        }

        if (_networks.Exists(known => known.Range.Equals(range)))
        {
            return $"{name} stands there twice";
        }

        _networks.Add(new LabelledNetwork(range, label));
        return null;
    }

    private string? AddAccount(string name, string label) =>
        name.Length != 12 || !name.All(char.IsAsciiDigit) ? $"'{name}' is no account id of twelve digits"
        : _accounts.TryAdd(name, label) ? null : $"{name} stands there twice";

    private void Problem(YamlNode at, string cause) => problems.Add(new LabelProblem(file, (int)at.Start.Line, cause));
}
