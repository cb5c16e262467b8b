using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class KeywordTests
{
    private const string Deep = """{"a":{"b":[1,{"c":"the rm -rf history"}]},"n":4711,"t":true}""";

    [Fact]
    public void A_keyword_is_found_inside_any_value_of_the_event_in_any_case()
    {
        Assert.True(Sigma.Matches("words: [RM -RF]\ncondition: words", Deep));
        Assert.True(Sigma.Matches("words: 'rm*history'\ncondition: words", Deep));
        Assert.True(Sigma.Matches("words: ['?istor?']\ncondition: words", Deep));
        Assert.False(Sigma.Matches("words: [rm -fr]\ncondition: words", Deep));
    }

    [Fact]
    public void Several_keywords_mean_any_of_them()
    {
        Assert.True(Sigma.Matches("words: [nothing, history]\ncondition: words", Deep));
        Assert.False(Sigma.Matches("words: [nothing, nobody]\ncondition: words", Deep));
    }

    [Fact]
    public void Numbers_and_booleans_are_searched_as_text()
    {
        Assert.True(Sigma.Matches("words: [71]\ncondition: words", Deep));
        Assert.True(Sigma.Matches("words: [true]\ncondition: words", Deep));
        Assert.False(Sigma.Matches("words: [4712]\ncondition: words", Deep));
    }

    [Fact]
    public void A_keyword_with_quotes_is_found_in_JSON_that_stands_in_a_string()
    {
        Assert.True(Sigma.Matches("words: ['\"Effect\": \"Allow\"']\ncondition: words", """{"p":{"doc":"{\"Effect\": \"Allow\"}"}}"""));
    }

    [Fact]
    public void A_keyword_does_not_reach_over_two_values()
    {
        Assert.False(Sigma.Matches("words: ['one*two']\ncondition: words", """{"a":"one","b":"two"}"""));
        Assert.False(Sigma.Matches("words: ['onetwo']\ncondition: words", """{"a":["one","two"]}"""));
    }

    [Fact]
    public void All_without_a_field_asks_for_every_keyword_somewhere_in_the_event()
    {
        const string Rule = "words:\n  '|all':\n    - alpha\n    - beta\ncondition: words";
        Assert.True(Sigma.Matches(Rule, """{"a":"alpha","b":"xBetax"}"""));
        Assert.True(Sigma.Matches(Rule, """{"a":"beta alpha"}"""));
        Assert.False(Sigma.Matches(Rule, """{"a":"alpha"}"""));
    }

    [Fact]
    public void Keywords_may_stand_beside_fields()
    {
        const string Rule = "sel:\n  '|all': [alpha, beta]\n  eventName: Run\ncondition: sel";
        Assert.True(Sigma.Matches(Rule, """{"eventName":"Run","a":"alphabeta"}"""));
        Assert.False(Sigma.Matches(Rule, """{"eventName":"Stop","a":"alphabeta"}"""));
        Assert.False(Sigma.Matches(Rule, """{"eventName":"Run","a":"alpha"}"""));
    }

    [Fact]
    public void Keywords_can_be_cased_or_a_regular_expression()
    {
        Assert.True(Sigma.Matches("words:\n  '|cased': Alpha\ncondition: words", """{"a":"xAlphax"}"""));
        Assert.False(Sigma.Matches("words:\n  '|cased': Alpha\ncondition: words", """{"a":"xalphax"}"""));
        Assert.True(Sigma.Matches("words:\n  '|re': 'AKIA[A-Z0-9]{4}'\ncondition: words", """{"a":{"b":"key AKIA12AB."}}"""));
        Assert.False(Sigma.Matches("words:\n  '|re': 'AKIA[A-Z0-9]{4}'\ncondition: words", """{"a":{"b":"key AKIA12a"}}"""));
    }

    [Fact]
    public void All_of_a_selection_does_not_ask_for_every_keyword_of_its_list()
    {
        Assert.True(Sigma.Matches("words: [alpha, beta]\ncondition: all of words", """{"a":"alpha"}"""));
    }

    [Theory]
    [InlineData("exists", "true")]
    [InlineData("cidr", "10.0.0.0/8")]
    [InlineData("gt", "5")]
    [InlineData("fieldref", "other")]
    [InlineData("neq", "x")]
    public void A_modifier_that_needs_a_field_is_refused_without_one(string modifier, string value)
    {
        Sigma.Refuses($"'|{modifier}': {value}", modifier);
    }
}
