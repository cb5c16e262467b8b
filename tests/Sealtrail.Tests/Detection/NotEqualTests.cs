using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class NotEqualTests
{
    [Fact]
    public void Neq_is_any_other_text_or_none()
    {
        Sigma.Hits("region|neq: eu-central-1", """{"region":"us-east-1"}""", """{"region":""}""", "{}", """{"region":null}""");
        Sigma.Misses("region|neq: eu-central-1", """{"region":"eu-central-1"}""", """{"region":"EU-Central-1"}""");
    }

    [Fact]
    public void Neq_of_a_list_differs_from_every_value()
    {
        Sigma.Hits("region|neq: [a, 'b*']", """{"region":"c"}""", "{}");
        Sigma.Misses("region|neq: [a, 'b*']", """{"region":"A"}""", """{"region":"bcd"}""");
    }

    [Theory]
    [InlineData("contains|all|neq")]
    [InlineData("neq|contains|all")]
    [InlineData("all|neq|contains")]
    public void Neq_with_all_wants_one_of_the_values_to_be_missing(string modifiers)
    {
        Sigma.Hits($"doc|{modifiers}: [x, y]", """{"doc":"has x"}""", """{"doc":"has y"}""", """{"doc":"none"}""", "{}");
        Sigma.Misses($"doc|{modifiers}: [x, y]", """{"doc":"y and x"}""");
    }

    [Fact]
    public void Neq_on_an_array_wants_no_element_to_be_equal()
    {
        Sigma.Hits("tags|neq: red", """{"tags":["blue","green"]}""", """{"tags":[]}""");
        Sigma.Misses("tags|neq: red", """{"tags":["blue","red"]}""", """{"tags":[["red"]]}""");
        Sigma.Misses("tags.key|neq: red", """{"tags":[{"key":"blue"},{"key":"red"}]}""");
    }

    [Fact]
    public void Neq_with_partial_matches_and_expressions_is_their_opposite()
    {
        Sigma.Hits("agent|contains|neq: boto", """{"agent":"aws-cli"}""", "{}");
        Sigma.Misses("agent|contains|neq: boto", """{"agent":"x boto y"}""");
        Sigma.Hits("agent|re|neq: '^aws'", """{"agent":"boto aws"}""");
        Sigma.Misses("agent|re|neq: '^aws'", """{"agent":"aws-cli"}""");
    }

    [Fact]
    public void Neq_with_numbers_compares_them_as_numbers()
    {
        Sigma.Hits("n|neq: 1", """{"n":2}""", """{"n":"x"}""", "{}");
        Sigma.Misses("n|neq: 1", """{"n":1}""", """{"n":1.0}""", """{"n":"1"}""");
        Sigma.Hits("n|gt|neq: 5", """{"n":5}""", """{"n":"x"}""", "{}");
        Sigma.Misses("n|gt|neq: 5", """{"n":6}""");
    }

    [Fact]
    public void Neq_null_wants_a_value()
    {
        Sigma.Hits("errorCode|neq: null", """{"errorCode":"x"}""", """{"errorCode":""}""", """{"errorCode":{}}""");
        Sigma.Misses("errorCode|neq: null", "{}", """{"errorCode":null}""");
    }

    [Fact]
    public void Neq_twice_is_neq_once()
    {
        Sigma.Hits("a|neq|neq: x", """{"a":"y"}""");
        Sigma.Misses("a|neq|neq: x", """{"a":"x"}""");
    }

    [Fact]
    public void Neq_beside_other_items_of_the_selection_negates_only_itself()
    {
        const string Items = "a|neq: x\nb: 1";
        Sigma.Hits(Items, """{"a":"y","b":1}""", """{"b":1}""");
        Sigma.Misses(Items, """{"a":"y","b":2}""", """{"a":"x","b":1}""");
    }

    [Fact]
    public void Neq_cased_lets_another_case_be_different()
    {
        Sigma.Hits("a|cased|neq: X", """{"a":"x"}""");
        Sigma.Misses("a|cased|neq: X", """{"a":"X"}""");
    }
}
