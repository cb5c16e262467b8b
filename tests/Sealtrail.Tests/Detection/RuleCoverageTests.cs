using Sealtrail.Core.Detection;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class RuleCoverageTests
{
    private static readonly RuleSet BuiltIn = RuleSet.Load(RuleSet.BuiltIn());

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
}
