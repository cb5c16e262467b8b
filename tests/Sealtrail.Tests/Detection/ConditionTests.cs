using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class ConditionTests
{
    /// <summary>Every event that holds some of the fields a, b and c.</summary>
    private static readonly string[] Worlds = ["", "a", "b", "c", "ab", "ac", "bc", "abc"];

    [Theory]
    [InlineData("a and b or c", "c ab ac bc abc")]
    [InlineData("a or b and c", "a ab ac bc abc")]
    [InlineData("not a and b", "b bc")]
    [InlineData("not (a and b)", "_ a b c ac bc")]
    [InlineData("a or b and not c", "a b ab ac abc")]
    [InlineData("(a or b) and not c", "a b ab")]
    [InlineData("not a or b and not (c or not b)", "_ b c ab bc")]
    [InlineData("not not a", "a ab ac abc")]
    [InlineData("not(a)and(b)", "b bc")]
    [InlineData("((((a))))", "a ab ac abc")]
    [InlineData("a and b and c", "abc")]
    [InlineData("a or b or c", "a b c ab ac bc abc")]
    [InlineData("  a\n  and\tb ", "ab abc")]
    [InlineData("not 1 of them", "_")]
    [InlineData("1 of them and not all of them", "a b c ab ac bc")]
    public void Not_binds_tighter_than_and_and_that_tighter_than_or(string condition, string matching)
    {
        var expected = matching.Split(' ').Select(world => world == "_" ? "" : world);

        Assert.Equal(expected, Worlds.Where(world => Matches("[a, b, c]", condition, [.. world.Select(letter => $"{letter}")])));
    }

    [Theory]
    [InlineData("1 of sel_*", "sel_x", true)]
    [InlineData("1 of sel_*", "other", false)]
    [InlineData("any of sel_*", "sel_y", true)]
    [InlineData("all of sel_*", "sel_x", false)]
    [InlineData("all of sel_*", "sel_x sel_y", true)]
    [InlineData("all of *_x", "sel_x filter_x", true)]
    [InlineData("all of *_x", "sel_x", false)]
    [InlineData("1 of *l*_*", "filter_x", true)]
    [InlineData("all of s*l_*x*", "sel_x", true)]
    [InlineData("1 of sel_x", "sel_x", true)]
    [InlineData("1 of sel_x", "sel_y", false)]
    [InlineData("1 of el_*", "REFUSED", false)]
    [InlineData("all of them", "sel_x sel_y filter_x other", true)]
    [InlineData("all of them", "sel_x sel_y filter_x", false)]
    [InlineData("1 of *", "other", true)]
    [InlineData("1 of them", "_hidden", false)]
    [InlineData("1 of *", "_hidden", false)]
    [InlineData("_hidden", "_hidden", true)]
    [InlineData("all of sel_* and not 1 of filter_*", "sel_x sel_y", true)]
    [InlineData("all of sel_* and not 1 of filter_*", "sel_x sel_y filter_x", false)]
    public void Quantifiers_count_the_selections_whose_whole_name_fits_the_pattern(string condition, string holding, bool matches)
    {
        const string Names = "[sel_x, sel_y, filter_x, other, _hidden]";
        if (holding == "REFUSED")
        {
            Assert.Equal("el_*", Sigma.RefusalOf(Sigma.Rule(Detection(Names, condition))).Construct);
            return;
        }

        Assert.Equal(matches, Matches(Names, condition, holding.Split(' ')));
    }

    [Theory]
    [InlineData("android")]
    [InlineData("order")]
    [InlineData("notable")]
    [InlineData("nothing")]
    [InlineData("all_users")]
    [InlineData("any")]
    [InlineData("all")]
    [InlineData("1selection")]
    [InlineData("one-of-them")]
    [InlineData("of_them")]
    [InlineData("Selection")]
    public void A_name_that_begins_like_an_operator_is_a_name(string name)
    {
        Assert.True(Matches($"[{name}, b]", $"{name} and b", name, "b"));
        Assert.False(Matches($"[{name}, b]", $"not {name} and b", name, "b"));
        Assert.True(Matches($"[{name}, b]", $"b or {name}", name));
    }

    [Fact]
    public void Names_mind_case()
    {
        const string Rule = "Sel:\n  a: 1\nsel:\n  b: 1\ncondition: Sel and not sel";
        Assert.True(Sigma.Matches(Rule, """{"a":1}"""));
        Assert.False(Sigma.Matches(Rule, """{"a":1,"b":1}"""));
    }

    [Fact]
    public void A_list_of_conditions_means_any_of_them()
    {
        const string Rule = "a:\n  f: 1\nb:\n  f: 2\nc:\n  f: 3\ncondition:\n  - a\n  - b and not c";
        Assert.True(Sigma.Matches(Rule, """{"f":1}"""));
        Assert.True(Sigma.Matches(Rule, """{"f":2}"""));
        Assert.False(Sigma.Matches(Rule, """{"f":3}"""));
    }

    [Fact]
    public void A_selection_that_no_condition_names_is_allowed()
    {
        Assert.True(Matches("[a, unused]", "a", "a"));
    }

    private static string Detection(string names, string condition) =>
        string.Join('\n', names.Trim('[', ']').Split(", ").Select(name => $"{name}:\n  fields: '{name}!'"))
        + $"\ncondition: '{condition.Replace("\n", "\n\n  ", StringComparison.Ordinal)}'";

    private static bool Matches(string names, string condition, params string[] holding) => Sigma.Matches(
        Detection(names, condition), $$"""{"fields":[{{string.Join(',', holding.Select(name => $"\"{name}!\""))}}]}""");
}
