using System.Collections.Frozen;
using System.Collections.Immutable;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment.Labelling;

/// <summary>
/// A team's own names for address ranges, accounts and principals. Immutable and safe for concurrent use.
/// </summary>
public sealed class Labels
{
    private readonly ImmutableArray<LabelledNetwork> _longestFirst;
    private readonly FrozenDictionary<string, string> _accounts;
    private readonly FrozenDictionary<string, string> _principals;

    internal Labels(IEnumerable<LabelledNetwork> networks, Dictionary<string, string> accounts, Dictionary<string, string> principals)
    {
        _longestFirst = [.. networks.OrderByDescending(network => network.Range.PrefixLength)];
        _accounts = accounts.ToFrozenDictionary(StringComparer.Ordinal);
        _principals = principals.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Labels None { get; } = new([], [], []);

    /// <param name="file">Its name, for the problems.</param>
    /// <returns>The labels, or the problems: never both, never neither.</returns>
    public static (Labels? Labels, IReadOnlyList<LabelProblem> Problems) Read(string file, string text)
    {
        var problems = new List<LabelProblem>();
        return (new LabelFileReader(file, problems).Read(text), problems);
    }

    public EventLabels Of(AuditEvent e) => new(OfAddress(e.Origin.Address), OfAccount(e.Account), OfActor(e.Actor));

    /// <summary>The name of the smallest range that holds the address.</summary>
    public string? OfAddress(string? address)
    {
        if (_longestFirst.IsEmpty || address is null || IpText.Parse(address) is not { } parsed)
        {
            return null;
        }

        foreach (var network in _longestFirst)
        {
            if (network.Range.Contains(parsed))
            {
                return network.Name;
            }
        }

        return null;
    }

    public string? OfAccount(string account) => _accounts.GetValueOrDefault(account);

    /// <summary>The label of the first of the names that has one.</summary>
    public string? OfPrincipal(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (name is not null && _principals.TryGetValue(name, out var label))
            {
                return label;
            }
        }

        return null;
    }

    /// <summary>What names the actor most closely comes first: its own ARN, then the person, then the role that others use too.</summary>
    private string? OfActor(Actor actor) => OfPrincipal(
        actor.Arn, actor.Human?.Name, actor.Name, actor.SourceIdentity, actor.OnBehalfOf, actor.SessionName, actor.Issuer, actor.InvokedBy);
}
