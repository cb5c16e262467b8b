using System.Collections.Immutable;

namespace Sealtrail.Core.Events;

/// <summary>The levels of Sigma, least first.</summary>
public enum RuleLevel
{
    Informational,
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>What a person who is alerted needs to know of a rule.</summary>
/// <param name="Id">The Sigma id; its name, or <c>title:</c> and the title, where a rule has none.</param>
/// <param name="Level">Medium where the rule gives none.</param>
/// <param name="NextSteps">What to do when it alerts: our own attribute <c>sealtrail.next_steps</c>.</param>
public sealed record RuleSummary(string Id, string Title, RuleLevel Level, string Description, ImmutableArray<string> NextSteps);
