using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>Lists of values, lists of maps, mixed and nested lists, and the modifier all.</summary>
public sealed class ListTests
{
    [Fact]
    public void A_list_of_values_means_any_of_them()
    {
        Sigma.Hits("eventName: [StopLogging, 'Delete*', 7]", """{"eventName":"stoplogging"}""", """{"eventName":"DeleteTrail"}""", """{"eventName":7}""");
        Sigma.Misses("eventName: [StopLogging, 'Delete*', 7]", """{"eventName":"UpdateTrail"}""", "{}");
        Sigma.Hits("agent|startswith:\n  - aws\n  - boto", """{"agent":"Boto3"}""", """{"agent":"aws-cli"}""");
    }

    [Fact]
    public void All_asks_for_every_value_in_the_same_field()
    {
        const string Items = "doc|contains|all:\n  - alpha\n  - beta";
        Sigma.Hits(Items, """{"doc":"beta and Alpha"}""");
        Sigma.Misses(Items, """{"doc":"alpha"}""", """{"doc":"beta"}""", """{"other":"alpha beta"}""", "{}");
    }

    [Theory]
    [InlineData("contains|all")]
    [InlineData("all|contains")]
    public void All_may_stand_at_any_place_of_the_chain(string modifiers)
    {
        Sigma.Hits($"doc|{modifiers}: [a, b]", """{"doc":"xbxax"}""");
        Sigma.Misses($"doc|{modifiers}: [a, b]", """{"doc":"xbx"}""");
    }

    [Fact]
    public void All_over_an_array_may_find_each_value_in_another_element()
    {
        Sigma.Hits("tags|all: [red, green]", """{"tags":["green","blue","red"]}""");
        Sigma.Misses("tags|all: [red, green]", """{"tags":["red","blue"]}""");
    }

    [Fact]
    public void All_without_a_partial_match_needs_values_with_wildcards_to_hold_on_a_text()
    {
        Sigma.Hits("doc|all: ['a*', '*z']", """{"doc":"abyz"}""");
        Sigma.Misses("doc|all: [abyz, other]", """{"doc":"abyz"}""");
    }

    [Fact]
    public void A_list_of_maps_means_any_of_the_maps_each_of_them_whole()
    {
        const string Rule = "sel:\n  - a: 1\n    b: 2\n  - c|contains: x\ncondition: sel";
        Assert.True(Sigma.Matches(Rule, """{"a":1,"b":2}"""));
        Assert.True(Sigma.Matches(Rule, """{"c":"axa"}"""));
        Assert.False(Sigma.Matches(Rule, """{"a":1}"""));
        Assert.False(Sigma.Matches(Rule, """{"b":2,"c":"y"}"""));
    }

    [Fact]
    public void A_mixed_list_means_any_of_its_keywords_and_maps()
    {
        const string Rule = "sel:\n  - mimikatz\n  - eventName: StopLogging\ncondition: sel";
        Assert.True(Sigma.Matches(Rule, """{"anything":"a MimiKatz tool"}"""));
        Assert.True(Sigma.Matches(Rule, """{"eventName":"StopLogging"}"""));
        Assert.False(Sigma.Matches(Rule, """{"eventName":"StartLogging"}"""));
    }

    [Fact]
    public void Nested_lists_are_any_of_any()
    {
        const string Rule = "sel:\n  - - a: 1\n    - b: 1\n  - - - word\ncondition: sel";
        Assert.True(Sigma.Matches(Rule, """{"a":1}"""));
        Assert.True(Sigma.Matches(Rule, """{"b":1}"""));
        Assert.True(Sigma.Matches(Rule, """{"c":"a word here"}"""));
        Assert.False(Sigma.Matches(Rule, """{"c":1}"""));
    }

    [Fact]
    public void An_empty_list_of_values_asks_for_null()
    {
        Sigma.Hits("errorCode: []", "{}", """{"errorCode":null}""");
        Sigma.Misses("errorCode: []", """{"errorCode":"x"}""");
    }

    [Fact]
    public void A_null_among_values_is_refused()
    {
        Sigma.Refuses("errorCode:\n  - AccessDenied\n  - null", "errorCode", line: 3);
        Sigma.Refuses("errorCode: [AccessDenied, ~]", "errorCode");
    }

    [Fact]
    public void A_list_or_map_among_values_is_refused()
    {
        Sigma.Refuses("eventName: [a, [b]]", "eventName");
        Sigma.Refuses("eventName:\n  - a\n  - b: c", "eventName", line: 3);
    }

    [Fact]
    public void A_map_as_a_value_is_refused_with_the_notation_that_works()
    {
        var problem = Sigma.RefusalOf(Sigma.Rule(Sigma.Selection("responseElements:\n  ConsoleLogin: Failure")));

        Assert.Contains("outer.inner", problem.Message, StringComparison.Ordinal);
        Assert.Equal("responseElements", problem.Construct);
    }

    [Theory]
    [InlineData("sel: {}")]
    [InlineData("sel: []")]
    [InlineData("sel:")]
    [InlineData("sel: [null]")]
    [InlineData("sel: [a, {}]")]
    public void An_empty_selection_is_refused(string selection)
    {
        var problem = Sigma.RefusalOf(Sigma.Rule($"{selection}\ncondition: sel"));

        Assert.Equal(("sel", Sigma.FirstLine), (problem.Construct, problem.Line));
    }
}
