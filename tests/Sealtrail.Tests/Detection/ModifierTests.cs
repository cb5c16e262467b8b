using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class ModifierTests
{
    [Theory]
    [InlineData("doc|like: a", "like")]
    [InlineData("doc|Contains: a", "Contains")]
    [InlineData("doc|contains|sounds: a", "sounds")]
    [InlineData("doc|: a", "")]
    [InlineData("doc|contains|: a", "")]
    public void A_modifier_that_Sigma_does_not_know_is_refused_by_name(string item, string construct)
    {
        Sigma.Refuses(item, construct);
    }

    [Theory]
    [InlineData("a|exists|contains: true", "contains")]
    [InlineData("a|contains|exists: true", "exists")]
    [InlineData("a|exists|re: true", "re")]
    [InlineData("a|contains|endswith: x", "endswith")]
    [InlineData("a|contains|fieldref: x", "fieldref")]
    public void Modifiers_that_cannot_stand_together_are_refused_by_the_one_at_fault(string item, string construct)
    {
        Sigma.Refuses(item, construct);
    }

    [Fact]
    public void A_placeholder_that_nothing_fills_is_refused()
    {
        Sigma.Refuses("country|expand: '%Legitimate_Countries%'", "expand");
    }

    [Fact]
    public void The_refusal_names_the_line_of_the_item_and_not_of_the_selection()
    {
        Sigma.Refuses("a: 1\nb:\n  - x\n  - y\nc|like: z", "like", line: 5);
    }

    [Fact]
    public void One_refused_rule_does_not_cost_the_others_of_its_file()
    {
        var rules = Sigma.Load(
            Sigma.Rule(Sigma.Selection("a: 1")),
            Sigma.Rule(Sigma.Selection("a|like: 1")).Replace("title: test", "title: bad", StringComparison.Ordinal),
            Sigma.Rule(Sigma.Selection("a: 2")).Replace("title: test", "title: last", StringComparison.Ordinal));

        Assert.Equal(["test", "last"], rules.Rules.Select(rule => rule.Summary.Title));
        Assert.Equal("like", Assert.Single(rules.Problems, problem => problem.IsRefusal).Construct);
    }

    [Fact]
    public void A_pipe_belongs_to_the_modifiers_even_in_a_quoted_name()
    {
        Sigma.Hits("'doc|contains': b", """{"doc":"abc"}""");
        Sigma.Hits("\"doc|startswith\": a", """{"doc":"abc"}""");
    }

    [Fact]
    public void The_same_field_may_stand_twice_with_different_modifiers()
    {
        Sigma.Hits("doc|startswith: a\ndoc|endswith: z", """{"doc":"a..z"}""");
        Sigma.Misses("doc|startswith: a\ndoc|endswith: z", """{"doc":"a.."}""");
    }
}
