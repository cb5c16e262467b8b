using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>lt, lte, gt and gte.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("lt", true, false, false)]
    [InlineData("lte", true, true, false)]
    [InlineData("gt", false, false, true)]
    [InlineData("gte", false, true, true)]
    public void Numbers_are_compared_as_numbers(string modifier, bool less, bool equal, bool greater)
    {
        var rule = Sigma.Selection($"n|{modifier}: 10");
        Assert.Equal(less, Sigma.Matches(rule, """{"n":9}"""));
        Assert.Equal(less, Sigma.Matches(rule, """{"n":-100.5}"""));
        Assert.Equal(equal, Sigma.Matches(rule, """{"n":10}"""));
        Assert.Equal(equal, Sigma.Matches(rule, """{"n":1.0e1}"""));
        Assert.Equal(greater, Sigma.Matches(rule, """{"n":10.5}"""));
        Assert.Equal(greater, Sigma.Matches(rule, """{"n":100}"""));
    }

    [Theory]
    [InlineData("lt", true, false)]
    [InlineData("gte", false, true)]
    public void A_number_that_the_event_has_as_text_is_compared_as_a_number(string modifier, bool nine, bool hundred)
    {
        var rule = Sigma.Selection($"n|{modifier}: 10");
        Assert.Equal(nine, Sigma.Matches(rule, """{"n":"9"}"""));
        Assert.Equal(hundred, Sigma.Matches(rule, """{"n":"100"}"""));
    }

    [Theory]
    [InlineData("lt")]
    [InlineData("lte")]
    [InlineData("gt")]
    [InlineData("gte")]
    public void What_is_absent_or_no_number_is_neither_less_nor_greater(string modifier)
    {
        Sigma.Misses(
            $"n|{modifier}: 0", "{}", """{"n":null}""", """{"n":""}""", """{"n":"many"}""", """{"n":true}""", """{"n":false}""", """{"n":{}}""", """{"n":"1 2"}""");
    }

    [Fact]
    public void Bounds_may_be_fractions_negative_or_with_an_exponent()
    {
        Sigma.Hits("n|gt: -1.5", """{"n":-1.4}""", """{"n":0}""");
        Sigma.Misses("n|gt: -1.5", """{"n":-1.5}""");
        Sigma.Hits("n|gte: 1e3", """{"n":1000}""");
        Sigma.Hits("n|lt: 0.1", """{"n":0.09999999999999999}""");
    }

    [Fact]
    public void Neighbours_beyond_floating_point_are_told_apart()
    {
        Sigma.Hits("n|gt: 9007199254740992", """{"n":9007199254740993}""");
        Sigma.Misses("n|gt: 9007199254740993", """{"n":9007199254740993}""", """{"n":9007199254740992}""");
    }

    [Fact]
    public void Two_bounds_make_a_range()
    {
        const string Items = "port|gte: 1024\nport|lt: 2048";
        Sigma.Hits(Items, """{"port":1024}""", """{"port":"2047"}""");
        Sigma.Misses(Items, """{"port":1023}""", """{"port":2048}""");
    }

    [Fact]
    public void Any_element_of_an_array_and_any_bound_of_a_list_will_do()
    {
        Sigma.Hits("ports.from|lte: 22", """{"ports":[{"from":443},{"from":20}]}""");
        Sigma.Misses("ports.from|lte: 22", """{"ports":[{"from":443},{"from":"all"}]}""");
        Sigma.Hits("n|gt: [100, 5]", """{"n":6}""");
        Sigma.Misses("n|gt|all: [100, 5]", """{"n":6}""");
        Sigma.Hits("n|gt|all: [100, 5]", """{"n":101}""");
    }

    [Theory]
    [InlineData("ten")]
    [InlineData("true")]
    [InlineData("''")]
    [InlineData("10.0.0.1")]
    [InlineData("'1?'")]
    public void A_bound_that_is_no_number_is_refused(string bound)
    {
        var problem = Sigma.RefusalOf(Sigma.Rule(Sigma.Selection($"n|gt: {bound}")));

        Assert.Equal(Sigma.FirstLine + 1, problem.Line);
    }

    [Theory]
    [InlineData("n|contains|gt: 5", "gt")]
    [InlineData("n|gt|contains: 5", "contains")]
    [InlineData("n|gt|lt: 5", "lt")]
    [InlineData("n|gt|cased: 5", "cased")]
    public void A_comparison_goes_with_no_other_test(string item, string construct)
    {
        Sigma.Refuses(item, construct);
    }
}
