using System.Globalization;
using System.Text;

namespace Sealtrail.Core.Detection;

/// <summary>What a set of rules covers, as a Markdown page: ATT&CK techniques, CIS controls, and the rules themselves.</summary>
public static class RuleCoverage
{
    private const string Technique = "attack.t";

    public static string Markdown(RuleSet rules)
    {
        var page = new StringBuilder("# What the rules cover\n\nMade by `sealtrail rules coverage`; a test holds it to the rules.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{rules.Rules.Length} rules.\n\n## ATT&CK techniques\n| technique | rules |\n|---|---|\n");
        Rows(page, rules, rule => rule.Tags.Where(tag => tag.StartsWith(Technique, StringComparison.Ordinal)).Select(tag => tag[(Technique.Length - 1)..].ToUpperInvariant()));
        page.Append("\n## CIS AWS Foundations 3.0\n| control | rules |\n|---|---|\n");
        Rows(page, rules, rule => rule.Cis);
        page.Append("\n## Rules\n| rule | level | file |\n|---|---|---|\n");
        foreach (var rule in rules.Rules.OrderByDescending(rule => rule.Summary.Level).ThenBy(rule => rule.File, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Summary.Title} | {rule.Summary.Level.ToString().ToLowerInvariant()} | {rule.File} |\n");
        }

        return page.ToString();
    }

    private static void Rows(StringBuilder page, RuleSet rules, Func<Rule, IEnumerable<string>> keys)
    {
        var rows = rules.Rules
            .SelectMany(rule => keys(rule).Select(key => (Key: key, rule.Summary.Title)))
            .GroupBy(pair => pair.Key, pair => pair.Title, StringComparer.Ordinal)
            .OrderBy(row => row.Key, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering));
        foreach (var row in rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {row.Key} | {string.Join("; ", row.Order(StringComparer.Ordinal))} |\n");
        }
    }
}
