using System.Text;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>
/// The rules of one service as a tree of member names in UTF-8, so that a record is walked once, only where a rule leads, and no
/// string is made of a name. Immutable.
/// </summary>
internal sealed class ResourceTree
{
    private readonly Node _request = new();
    private readonly Node _response = new();

    public ResourceTree(IEnumerable<(ResourceRule Rule, string Arn)> rules)
    {
        foreach (var (rule, arn) in rules)
        {
            var names = rule.Path.Split('.');
            var compiled = new CompiledRule(rule, arn);
            if (names[0] is "request" or "*")
            {
                names.Skip(1).Aggregate(_request, (at, name) => at.Grow(name)).Rules.Add(compiled);
            }

            if (names[0] is "response" or "*")
            {
                names.Skip(1).Aggregate(_response, (at, name) => at.Grow(name)).Rules.Add(compiled);
            }
        }
    }

    public void FindInRequest(JsonValue request, in ResourceContext context, ref ResourceSet found) =>
        Visit(_request, request, default, context, ref found);

    public void FindInResponse(JsonValue response, in ResourceContext context, ref ResourceSet found) =>
        Visit(_response, response, default, context, ref found);

    private static void Visit(Node? node, JsonValue value, JsonValue holder, in ResourceContext context, ref ResourceSet found)
    {
        if (node is null || found.IsFull)
        {
            return;
        }

        if (value.IsArray)
        {
            foreach (var item in value.Items)
            {
                // A list in a list names nothing: it is no shape of an AWS API, and would let a record choose how deep we go.
                if (!item.IsArray)
                {
                    Visit(node, item, holder, context, ref found);
                }
            }
        }
        else if (value.IsObject)
        {
            foreach (var member in value.Members)
            {
                Visit(node.Child(member), member.Value, value, context, ref found);
                Visit(node.Any, member.Value, value, context, ref found);
            }
        }
        else if (node.Rules.Count > 0 && value.IsString)
        {
            found.Add(Name(node, value.Text!, holder, context));
        }
    }

    private static string? Name(Node node, string value, JsonValue holder, in ResourceContext context)
    {
        if (value.StartsWith("arn%3A", StringComparison.OrdinalIgnoreCase))
        {
            value = Uri.UnescapeDataString(value);
        }

        foreach (var rule in node.Rules)
        {
            if (rule.Fits(value, context.Action) && rule.Name(value, holder, context) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Children stand by the length of their names: most names of a record are then refused without being compared.</summary>
    private sealed class Node
    {
        private (byte[] Name, Node Node)[][] _byLength = [];

        public List<CompiledRule> Rules { get; } = [];

        /// <summary>What leads on from any name, besides the child of that name.</summary>
        public Node? Any { get; private set; }

        public Node? Child(JsonValue.Member member)
        {
            var raw = member.RawName;
            if (raw.Contains((byte)'\\'))
            {
                return ChildOfEscaped(member);
            }

            foreach (var (name, node) in raw.Length < _byLength.Length ? _byLength[raw.Length] : [])
            {
                if (raw.SequenceEqual(name))
                {
                    return node;
                }
            }

            return null;
        }

        public Node Grow(string name)
        {
            if (name == "*")
            {
                return Any ??= new Node();
            }

            var bytes = Encoding.UTF8.GetBytes(name);
            while (_byLength.Length <= bytes.Length)
            {
                _byLength = [.. _byLength, []];
            }

            ref var children = ref _byLength[bytes.Length];
            if (Array.Find(children, child => child.Name.AsSpan().SequenceEqual(bytes)).Node is { } known)
            {
                return known;
            }

            var grown = new Node();
            children = [.. children, (bytes, grown)];
            return grown;
        }

        /// <summary>Apart, because what it captures would cost memory for every name.</summary>
        private Node? ChildOfEscaped(JsonValue.Member member) =>
            Array.Find([.. _byLength.SelectMany(children => children)], child => member.NameIs(child.Name)).Node;
    }

    private sealed class CompiledRule(ResourceRule rule, string arn)
    {
        private readonly string[]? _actions = rule.Action?.Split('|');
        private readonly ArnTemplate? _template = rule.Template.Length == 0 ? null
            : new ArnTemplate(rule.Template.StartsWith("arn:", StringComparison.Ordinal) ? rule.Template : arn + rule.Template);

        public bool Fits(string value, string action) =>
            (_actions is null || Array.Exists(_actions, part => action.Contains(part, StringComparison.Ordinal))) && ValueFits(value);

        public string? Name(string value, JsonValue holder, in ResourceContext context) =>
            value.StartsWith("arn:", StringComparison.Ordinal) || _template is null ? value : _template.Fill(value, holder, context);

        private bool ValueFits(string value) => value switch
        {
            // CloudTrail's own words for what it does not tell.
            "" or "HIDDEN_DUE_TO_SECURITY_REASONS" or "***" or "-" => false,
            _ when rule.Value is null || value.StartsWith("arn:", StringComparison.Ordinal) => true,
            _ when rule.Value.StartsWith('*') => value.Contains(rule.Value[1..^1], StringComparison.Ordinal),
            _ when rule.Value.EndsWith('*') => value.AsSpan().StartsWith(rule.Value.AsSpan()[..^1]),
            _ => value == rule.Value,
        };
    }
}
