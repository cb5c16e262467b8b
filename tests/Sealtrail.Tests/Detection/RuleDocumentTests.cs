using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>What of a rule's file is read, and what is tolerated because public rules have it.</summary>
public sealed class RuleDocumentTests
{
    private const string Whole =
        """
        title: Trail stopped
        id: 3e2b1a60-1111-4222-8333-444455556666
        status: experimental
        description: |
          Somebody stopped a trail.
        author: somebody
        date: 2020/02/12
        modified: 2022-10-09
        tags: [attack.defense-evasion, attack.t1562.008]
        falsepositives: |
          A planned change
        logsource: {product: aws, service: cloudtrail}
        detection: {sel: {eventName: StopLogging}, condition: sel}
        level: HIGH
        vendor_priority: {anything: [goes, here]}
        timeframe: 5m
        sealtrail:
          next_steps: [Start it again., Ask who did it.]
          tests:
            match:
              - {name: stopped, event: '{"eventName":"StopLogging"}'}
            ignore:
              - {name: started, event: '{"eventName":"StartLogging"}'}
        """;

    [Fact]
    public void Everything_that_an_alert_needs_is_read()
    {
        var rules = Sigma.Load(Whole);

        Assert.Empty(rules.Problems);
        var rule = Assert.Single(rules.Rules);
        Assert.Equal(("3e2b1a60-1111-4222-8333-444455556666", "Trail stopped", RuleLevel.High), (rule.Summary.Id, rule.Summary.Title, rule.Summary.Level));
        Assert.Equal("Somebody stopped a trail.", rule.Summary.Description);
        Assert.Equal(["Start it again.", "Ask who did it."], rule.Summary.NextSteps.AsEnumerable());
        Assert.Equal(["attack.defense-evasion", "attack.t1562.008"], rule.Tags.AsEnumerable());
        Assert.Equal(Sigma.FileName, rule.File);
    }

    [Fact]
    public void False_positives_may_be_a_text_or_a_list()
    {
        Assert.Equal("A planned change", Assert.Single(Sigma.Load(Whole).Rules[0].FalsePositives).Trim());
        Assert.Equal(["a", "b"], Sigma.Load(Sigma.Rule(Sigma.Selection("a: 1")) + "falsepositives: [a, b]").Rules[0].FalsePositives.AsEnumerable());
        Assert.Empty(Sigma.Load(Sigma.Rule(Sigma.Selection("a: 1"))).Rules[0].FalsePositives);
    }

    [Fact]
    public void A_rule_runs_the_events_that_it_brings()
    {
        var rule = Sigma.Load(Whole).Rules[0];
        Assert.Empty(RuleMatcher.Try(rule));

        var wrong = Sigma.Load(Whole.Replace("name: started, event: '{\"eventName\":\"Start", "name: started, event: '{\"eventName\":\"Stop", StringComparison.Ordinal)).Rules[0];
        var (example, failure) = Assert.Single(RuleMatcher.Try(wrong));
        Assert.Equal(("started", 23), (example.Name, example.Line));
        Assert.Contains("should not match", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"a\":1} {\"b\":2}")]
    [InlineData("{\"a\":")]
    public void An_event_that_is_no_JSON_fails_its_test(string json)
    {
        var rule = Sigma.Load(Whole.Replace("{\"eventName\":\"StopLogging\"}", json, StringComparison.Ordinal)).Rules[0];

        Assert.Contains("no JSON", Assert.Single(RuleMatcher.Try(rule)).Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("informational", RuleLevel.Informational)]
    [InlineData("low", RuleLevel.Low)]
    [InlineData("medium", RuleLevel.Medium)]
    [InlineData("High", RuleLevel.High)]
    [InlineData("critical", RuleLevel.Critical)]
    public void Each_level_of_Sigma_is_known(string written, RuleLevel level)
    {
        Assert.Equal(level, Sigma.Load(Sigma.Rule(Sigma.Selection("a: 1")) + $"level: {written}").Rules[0].Summary.Level);
    }

    [Fact]
    public void A_rule_without_a_level_is_of_medium_level()
    {
        Assert.Equal(RuleLevel.Medium, Sigma.Load(Sigma.Rule(Sigma.Selection("a: 1"))).Rules[0].Summary.Level);
    }

    [Fact]
    public void A_rule_without_an_id_goes_by_its_name_or_its_title()
    {
        var rule = Sigma.Rule(Sigma.Selection("a: 1"));

        Assert.Equal("title:test", Sigma.Load(rule).Rules[0].Summary.Id);
        Assert.Equal("my_rule", Sigma.Load($"{rule}name: my_rule").Rules[0].Summary.Id);
    }

    [Fact]
    public void An_empty_file_holds_no_rule_and_no_problem()
    {
        var rules = RuleSet.Load([new RuleFile("a.yml", ""), new RuleFile("b.yml", "# nothing yet\n")]);

        Assert.Empty(rules.Rules);
        Assert.Empty(rules.Problems);
    }

    [Theory]
    [InlineData("product: aws", true)]
    [InlineData("service: cloudtrail", true)]
    [InlineData("{product: aws, service: cloudtrail, category: management, definition: any}", true)]
    [InlineData("{product: aws, service: cloudwatch}", false)]
    [InlineData("{product: azure, service: cloudtrail}", false)]
    [InlineData("product: windows", false)]
    [InlineData("category: process_creation", false)]
    public void A_rule_for_another_log_is_left_out_with_a_warning(string logsource, bool applies)
    {
        var source = logsource.StartsWith('{') ? logsource : $"{{{logsource}}}";
        var rules = Sigma.Load(Whole.Replace("{product: aws, service: cloudtrail}", source, StringComparison.Ordinal));

        Assert.Equal(applies ? 1 : 0, rules.Rules.Length);
        Assert.Equal(applies ? 0 : 1, rules.Problems.Length);
        Assert.All(rules.Problems, problem => Assert.Equal((false, "logsource", Sigma.FileName, 1), (problem.IsRefusal, problem.Construct, problem.File, problem.Line)));
    }

    [Fact]
    public void An_anchor_may_be_used_again()
    {
        const string Rule = "sel: &same\n  eventName: &name StopLogging\nother:\n  a: *name\nthird: *same\ncondition: other or third";
        Assert.True(Sigma.Matches(Rule, """{"a":"stoplogging"}"""));
        Assert.True(Sigma.Matches(Rule, """{"eventName":"StopLogging"}"""));
        Assert.False(Sigma.Matches(Rule, """{"b":"StopLogging"}"""));
    }
}
