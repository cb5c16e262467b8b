using System.Text;
using Sealtrail.Core.Detection;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>Files with a slip of the pen: refused near their line, never a crash, and at no cost to other files.</summary>
public sealed class BrokenYamlTests
{
    private static readonly string Sound = Sigma.Rule(Sigma.Selection("a: 1")).Replace("title: test", "title: sound", StringComparison.Ordinal);

    [Theory]
    [InlineData("title: test\n\tlogsource: x", 1)]
    [InlineData("title: \"unclosed\nmore", 1)]
    [InlineData("title: test\nlogsource: {product: aws", 2)]
    [InlineData("title: [a, b", 1)]
    [InlineData("title: @reserved", 1)]
    [InlineData("%YAML 9.9.9\n---\na: b", 1)]
    [InlineData("a: b: c", 1)]
    [InlineData("title: test\n  detection: x\n bad: y", 2)]
    public void Broken_YAML_is_refused_near_its_line(string text, int line)
    {
        var problem = Refusal(text);

        Assert.Equal("YAML", problem.Construct);
        Assert.InRange(problem.Line, line, line + 2);
    }

    [Fact]
    public void Every_truncation_of_a_rule_is_loaded_or_refused_and_nothing_else()
    {
        var rule = Sigma.Rule("sel:\n  a|contains|all: ['x*', \"y\\t\"]\n  b: [1, ~]\nwords:\n  - &k key\n  - *k\ncondition: 1 of them");
        for (var length = 0; length <= rule.Length; length++)
        {
            var rules = RuleSet.Load([new RuleFile("cut.yml", rule[..length]), new RuleFile("sound.yml", Sound)]);
            Assert.Contains(rules.Rules, loaded => loaded.File == "sound.yml");
        }
    }

    [Fact]
    public void Every_changed_character_of_a_rule_is_loaded_or_refused_and_nothing_else()
    {
        var rule = Sigma.Rule("sel:\n  a|contains|all: ['x*', \"y\\t\"]\n  b: [1, 2]\nwords: [&k key, *k]\ncondition: 1 of them");
        var crashes = new List<string>();
        foreach (var other in "\t\0'\"[]{}:,-&*!|>%@`#\n ?\u0085\ufeff\ud800")
        {
            for (var place = 0; place < rule.Length; place++)
            {
                var changed = new StringBuilder(rule) { [place] = other }.ToString();
                if (Record.Exception(() => RuleSet.Load([new RuleFile("changed.yml", changed), new RuleFile("sound.yml", Sound)])) is { } crash)
                {
                    crashes.Add($"{(int)other:x} at {place}: {crash.GetType().Name}: {crash.Message}");
                }
            }
        }

        Assert.Empty(crashes);
    }

    private static RuleProblem Refusal(string text)
    {
        var rules = RuleSet.Load([new RuleFile("hostile.yml", text)]);
        Assert.Empty(rules.Rules);
        var problem = Assert.Single(rules.Problems);
        Assert.Equal((true, "hostile.yml"), (problem.IsRefusal, problem.File));
        return problem;
    }
}
