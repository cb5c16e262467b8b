using System.Globalization;
using System.Text;
using Sealtrail.Core.Detection;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>Rule files by strangers: they are refused in bounded time and memory, and cost no other file.</summary>
public sealed class HostileYamlTests
{
    private static readonly string Sound = Sigma.Rule(Sigma.Selection("a: 1")).Replace("title: test", "title: sound", StringComparison.Ordinal);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Flow_collections_nested_a_hundred_thousand_deep_are_refused(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));

        Assert.Contains("nested", Refusal(text).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Block_collections_nested_a_hundred_thousand_deep_are_refused()
    {
        Assert.Contains("nested", Refusal(string.Concat(Enumerable.Repeat("- ", 100_000)) + "x").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_that_never_close_are_refused()
    {
        Refusal(new string('[', 500_000));
    }

    [Fact]
    public void A_file_of_two_megabytes_is_refused_whole()
    {
        var problem = Refusal(Sound + "description: " + new string('x', 2 << 20));

        Assert.Equal(("file", 0), (problem.Construct, problem.Line));
    }

    [Fact]
    public void Aliases_by_the_hundred_are_refused()
    {
        Assert.Contains("aliases", Refusal($"a: &x 1\nb: [{string.Join(", ", Enumerable.Repeat("*x", 101))}]").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_of_nothing_is_refused()
    {
        Assert.Equal("YAML", Refusal("title: *missing").Construct);
    }

    [Fact]
    public void Few_aliases_of_aliases_that_grow_without_end_are_refused()
    {
        Refusal(Bomb(levels: 18));
    }

    [Fact]
    public void A_field_of_very_many_dots_costs_no_more_than_it_is_long()
    {
        AssertCheap(Sigma.Rule(Sigma.Selection($"? a{string.Concat(Enumerable.Repeat(".a", 600))}\n: x")));
    }

    [Fact]
    public void A_condition_of_very_many_words_costs_no_more_than_it_is_long()
    {
        AssertCheap(Sigma.Rule($"a:\n  b: c\ncondition: a{string.Concat(Enumerable.Repeat(" or a", 6_000))}"));
    }

    [Fact]
    public void Keys_that_differ_only_in_their_YAML_tag_are_refused_as_one_key_twice()
    {
        Sigma.RefusalOf(Sigma.Rule("sel:\n  a: 1\n!!str sel:\n  b: 1\ncondition: sel"));
    }

    /// <summary>Loading allocates no more than 1 KiB for each character.</summary>
    private static void AssertCheap(string rule)
    {
        RuleSet.Load([new RuleFile("warm.yml", Sound)]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        RuleSet.Load([new RuleFile("long.yml", rule)]);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < rule.Length << 10, string.Create(CultureInfo.InvariantCulture, $"{rule.Length} characters took {allocated >> 20} MiB"));
    }

    /// <summary>Each level names the one before twice: few bytes and aliases, two to the power of the levels when walked.</summary>
    private static string Bomb(int levels)
    {
        var text = new StringBuilder("title: bomb\nlogsource: {product: aws, service: cloudtrail}\nx0: &x0 [a, b]\n");
        for (var level = 1; level <= levels; level++)
        {
            text.Append(CultureInfo.InvariantCulture, $"x{level}: &x{level} [*x{level - 1}, *x{level - 1}]\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"detection:\n  sel: *x{levels}\n  condition: sel\n").ToString();
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
