using Sealtrail.Core.Detection;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>Documents that are refused: each by file, line and construct, none silently.</summary>
public sealed class RuleRefusalTests
{
    private static readonly string Sound = Sigma.Rule(Sigma.Selection("a: 1"));

    [Theory]
    [InlineData("title: test\n", "title", 1)]
    [InlineData("  product: aws\n  service: cloudtrail\n", "logsource", 1)]
    [InlineData("detection:\n  sel:\n    a: 1\n  condition: sel\n", "detection", 1)]
    [InlineData("  condition: sel\n", "condition", 6)]
    public void A_rule_that_lacks_what_every_rule_needs_is_refused(string removed, string construct, int line)
    {
        var problem = Sigma.RefusalOf(Sound.Replace(removed, "", StringComparison.Ordinal));

        Assert.Equal((construct, line), (problem.Construct, problem.Line));
    }

    [Theory]
    [InlineData("title: test", "title: ''", "title")]
    [InlineData("title: test", "title: [a]", "title")]
    [InlineData("  product: aws\n  service: cloudtrail", "  definition: x", "logsource")]
    [InlineData("logsource:\n  product: aws\n  service: cloudtrail", "logsource: aws", "logsource")]
    [InlineData("detection:\n  sel:\n    a: 1\n  condition: sel", "detection: sel", "detection")]
    public void A_part_of_the_wrong_shape_is_refused(string part, string instead, string construct)
    {
        Assert.Equal(construct, Sigma.RefusalOf(Sound.Replace(part, instead, StringComparison.Ordinal)).Construct);
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("5")]
    [InlineData("hi gh")]
    public void A_level_that_Sigma_does_not_know_is_refused(string level)
    {
        var problem = Sigma.RefusalOf($"level: {level}\n{Sound}");

        Assert.Equal(("level", 1), (problem.Construct, problem.Line));
    }

    [Theory]
    [InlineData("correlation:\n  type: event_count\n  rules: [a]", "correlation")]
    [InlineData("filter:\n  rules: [a]\n  selection: {b: c}\n  condition: selection", "filter")]
    [InlineData("action: global", "action")]
    [InlineData("action: reset", "action")]
    public void Documents_of_another_kind_are_refused_by_name_and_line(string document, string kind)
    {
        var rules = Sigma.Load(Sound, $"title: other\n{document}");

        Assert.Single(rules.Rules);
        var problem = Assert.Single(rules.Problems, problem => problem.IsRefusal);
        Assert.True(problem.IsRefusal);
        Assert.Equal(kind, problem.Construct);
        Assert.InRange(problem.Line, Sound.Count(letter => letter == '\n') + 2, Sound.Count(letter => letter == '\n') + 5);
    }

    [Theory]
    [InlineData("just a text")]
    [InlineData("- a\n- list")]
    [InlineData("42")]
    public void A_document_that_is_no_map_is_refused(string document)
    {
        var problem = Sigma.RefusalOf(document);

        Assert.Equal(("document", 1), (problem.Construct, problem.Line));
    }

    [Fact]
    public void A_second_rule_with_the_same_id_is_refused_in_any_file()
    {
        const string Id = "id: 3e2b1a60-1111-4222-8333-444455556666\n";
        var second = Id.ToUpperInvariant().Replace("ID:", "id:", StringComparison.Ordinal) + Sound.Replace("test", "second", StringComparison.Ordinal);

        var rules = RuleSet.Load([new RuleFile("one.yml", Id + Sound), new RuleFile("two.yml", second)]);

        Assert.Equal("test", Assert.Single(rules.Rules).Summary.Title);
        var problem = Assert.Single(rules.Problems, problem => problem.IsRefusal);
        Assert.Equal((true, "two.yml", "id"), (problem.IsRefusal, problem.File, problem.Construct));
        Assert.Contains("second", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[critical]")]
    [InlineData("{critical: yes}")]
    public void A_level_that_is_no_text_is_refused_and_not_taken_for_medium(string level)
    {
        Assert.Equal("level", Sigma.RefusalOf($"level: {level}\n{Sound}").Construct);
    }

    [Theory]
    [InlineData("title: again\n", 2)]
    [InlineData("detection: {}\n", 7)]
    public void A_key_that_stands_twice_is_refused(string duplicate, int line)
    {
        var problem = Sigma.RefusalOf(duplicate + Sound);

        Assert.Equal("YAML", problem.Construct);
        Assert.InRange(problem.Line, line - 1, line + 4);
    }

    [Fact]
    public void A_selection_or_field_that_stands_twice_is_refused()
    {
        Assert.Equal("YAML", Sigma.RefusalOf(Sigma.Rule("sel:\n  a: 1\nsel:\n  b: 1\ncondition: sel")).Construct);
        Assert.Equal("YAML", Sigma.RefusalOf(Sigma.Rule("sel:\n  a: 1\n  a: 2\ncondition: sel")).Construct);
    }

    [Theory]
    [InlineData("tests: []", "sealtrail.tests")]
    [InlineData("tests: {matches: []}", "sealtrail.tests")]
    [InlineData("tests: {match: x}", "sealtrail.tests.match")]
    [InlineData("tests: {ignore: [{name: x}]}", "sealtrail.tests.ignore")]
    [InlineData("tests: {match: [{name: x, event: {a: b}}]}", "sealtrail.tests.match")]
    public void Test_events_that_would_never_run_are_refused(string tests, string construct)
    {
        Assert.Equal(construct, Sigma.RefusalOf($"{Sound}sealtrail:\n  {tests}").Construct);
    }

    [Fact]
    public void A_problem_reads_as_file_line_and_construct()
    {
        var problem = Sigma.RefusalOf(Sigma.Rule(Sigma.Selection("a|like: 1")));

        Assert.StartsWith("rules/test.yml:7: refused: like: ", problem.ToString(), StringComparison.Ordinal);
    }
}
