using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class ConditionRefusalTests
{
    [Theory]
    [InlineData("2 of a*", "2 of")]
    [InlineData("10 of them", "10 of")]
    [InlineData("a AND b", "AND")]
    [InlineData("a OR b", "OR")]
    [InlineData("NOT a", "NOT")]
    [InlineData("a and c", "c")]
    [InlineData("A", "A")]
    [InlineData("1 of x*", "x*")]
    [InlineData("all of c", "c")]
    [InlineData("1 OF a*", "1")]
    [InlineData("(a", "condition")]
    [InlineData("a)", ")")]
    [InlineData("(a and b", "condition")]
    [InlineData("(a b)", "(")]
    [InlineData("()", ")")]
    [InlineData("a and", "condition")]
    [InlineData("or a", "or")]
    [InlineData("a or or b", "or")]
    [InlineData("a not b", "not")]
    [InlineData("not", "condition")]
    [InlineData("a b", "b")]
    [InlineData("1 of", "condition")]
    [InlineData("all of", "condition")]
    [InlineData("1 of them b", "b")]
    [InlineData("a | count() > 5", "|")]
    [InlineData("a | count(x) by userIdentity.arn > 20", "|")]
    [InlineData("a | near b", "|")]
    [InlineData("a, b", "a,")]
    [InlineData("a && b", "&&")]
    [InlineData("a*", "a*")]
    [InlineData("' '", "condition")]
    public void A_condition_that_is_none_is_refused_with_the_word_at_fault(string condition, string construct)
    {
        var written = condition == "' '" ? condition : $"'{condition}'";

        var problem = Sigma.RefusalOf(Sigma.Rule($"a:\n  x: 1\nb:\n  x: 2\ncondition: {written}"));

        Assert.Equal((construct, Sigma.FirstLine + 4), (problem.Construct, problem.Line));
    }

    [Theory]
    [InlineData("condition:")]
    [InlineData("condition: ''")]
    [InlineData("condition: []")]
    [InlineData("condition: {a: b}")]
    public void An_empty_condition_is_refused(string condition)
    {
        var problem = Sigma.RefusalOf(Sigma.Rule($"a:\n  x: 1\n{condition}"));

        Assert.Equal(("condition", Sigma.FirstLine + 2), (problem.Construct, problem.Line));
    }

    [Fact]
    public void One_bad_condition_of_a_list_refuses_the_rule_on_its_own_line()
    {
        var problem = Sigma.RefusalOf(Sigma.Rule("a:\n  x: 1\ncondition:\n  - a\n  - a and missing"));

        Assert.Equal(("missing", Sigma.FirstLine + 4), (problem.Construct, problem.Line));
    }

    [Fact]
    public void A_rule_without_a_condition_is_refused()
    {
        Assert.Equal("condition", Sigma.RefusalOf(Sigma.Rule("a:\n  x: 1")).Construct);
    }

    [Fact]
    public void A_rule_without_a_selection_is_refused()
    {
        Assert.Equal("detection", Sigma.RefusalOf(Sigma.Rule("condition: a")).Construct);
    }

    [Fact]
    public void A_time_frame_is_refused_and_never_taken_for_a_selection()
    {
        var problem = Sigma.RefusalOf(Sigma.Rule("a:\n  x: 1\ntimeframe: 5m\ncondition: all of them"));

        Assert.Equal(("timeframe", Sigma.FirstLine + 2), (problem.Construct, problem.Line));
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_not_followed()
    {
        var brackets = new string('(', 20_000);

        Assert.Contains("nested", Sigma.RefusalOf(Sigma.Rule($"a:\n  x: 1\ncondition: {brackets}a{brackets.Replace('(', ')')}")).Message, StringComparison.Ordinal);
        Assert.Contains("nested", Sigma.RefusalOf(Sigma.Rule($"a:\n  x: 1\ncondition: {string.Concat(Enumerable.Repeat("not ", 20_000))}a")).Message, StringComparison.Ordinal);
    }
}
