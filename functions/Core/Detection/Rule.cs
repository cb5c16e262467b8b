using System.Collections.Immutable;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection;

/// <summary>A loaded Sigma rule.</summary>
public sealed record Rule
{
    /// <summary>What goes with an alert.</summary>
    public required RuleSummary Summary { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>Controls of CIS AWS Foundations 3.0: our own attribute <c>sealtrail.cis</c>.</summary>
    public required ImmutableArray<string> Cis { get; init; }

    public required ImmutableArray<string> FalsePositives { get; init; }

    /// <summary>The file it stands in, as the caller named it.</summary>
    public required string File { get; init; }

    public required ImmutableArray<RuleExample> Examples { get; init; }

    internal Matching.EventTest Test { get; init; } = Matching.EventTest.Never;
}

/// <summary>An event that a rule must, or must not, match: our own attribute <c>sealtrail.tests</c>.</summary>
/// <param name="Json">One CloudTrail record.</param>
public sealed record RuleExample(string Name, string Json, bool Matches, int Line);
