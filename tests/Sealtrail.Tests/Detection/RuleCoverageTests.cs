using Sealtrail.Core.Detection;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class RuleCoverageTests
{
    private static readonly RuleSet BuiltIn = RuleSet.Load(RuleSet.BuiltIn(examples: true));

    [Fact]
    public void The_coverage_page_says_what_the_rules_cover()
    {
        // Made anew by: dotnet run --project functions/Cli -- rules coverage > docs/rules.md
        var page = File.ReadAllText(Repository.Path("docs", "rules.md")).ReplaceLineEndings("\n");

        Assert.Equal(RuleCoverage.Markdown(BuiltIn), page);
    }

    [Fact]
    public void Every_log_based_control_of_CIS_AWS_Foundations_has_a_rule()
    {
        var covered = BuiltIn.Rules.SelectMany(rule => rule.Cis).ToHashSet();

        Assert.Superset(Enumerable.Range(1, 15).Select(number => $"4.{number}").ToHashSet(), covered);
    }

    [Fact]
    public void Built_in_rules_are_the_same_without_the_events_they_are_tested_with()
    {
        var without = RuleSet.Load(RuleSet.BuiltIn(examples: false));

        Assert.Empty(without.Problems);
        Assert.All(without.Rules, rule => Assert.Empty(rule.Examples));
        Assert.Equal(
            BuiltIn.Rules.Select(rule => (rule.Summary.Id, rule.Summary.Title, rule.Summary.Level, Steps: string.Join('|', rule.Summary.NextSteps))),
            without.Rules.Select(rule => (rule.Summary.Id, rule.Summary.Title, rule.Summary.Level, Steps: string.Join('|', rule.Summary.NextSteps))));
    }
}
