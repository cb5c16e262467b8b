using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>null, absent, the empty text, and exists.</summary>
public sealed class PresenceTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("Null")]
    public void Null_is_an_absent_field_or_a_null_one(string written)
    {
        Sigma.Hits($"errorCode: {written}", "{}", """{"errorCode":null}""");
        Sigma.Misses($"errorCode: {written}", """{"errorCode":"x"}""", """{"errorCode":""}""", """{"errorCode":0}""", """{"errorCode":false}""", """{"errorCode":"null"}""");
    }

    [Fact]
    public void The_word_null_in_quotes_is_a_text()
    {
        Sigma.Hits("errorCode: 'null'", """{"errorCode":"null"}""");
        Sigma.Misses("errorCode: 'null'", "{}", """{"errorCode":null}""");
    }

    [Fact]
    public void The_empty_text_is_not_null()
    {
        Sigma.Hits("errorCode: ''", """{"errorCode":""}""");
        Sigma.Misses("errorCode: ''", "{}", """{"errorCode":null}""", """{"errorCode":" "}""", """{"errorCode":0}""");
    }

    [Fact]
    public void Null_of_a_nested_field_holds_wherever_the_path_breaks_off()
    {
        Sigma.Hits(
            "responseElements.user.name: null",
            "{}",
            """{"responseElements":null}""",
            """{"responseElements":{"user":"text"}}""",
            """{"responseElements":{"user":{"name":null}}}""",
            """{"responseElements":[{"user":{}}]}""");
        Sigma.Misses("responseElements.user.name: null", """{"responseElements":[{"user":{}},{"user":{"name":"x"}}]}""");
    }

    [Fact]
    public void Objects_and_arrays_are_not_null_even_when_empty()
    {
        Sigma.Misses("requestParameters: null", """{"requestParameters":{}}""", """{"requestParameters":[]}""", """{"requestParameters":[null]}""");
    }

    [Fact]
    public void A_field_that_is_not_null_is_written_with_a_negated_selection()
    {
        const string Rule = "none:\n  errorCode: null\ncondition: not none";
        Assert.True(Sigma.Matches(Rule, """{"errorCode":"x"}"""));
        Assert.False(Sigma.Matches(Rule, "{}"));
    }

    [Fact]
    public void Exists_looks_at_the_key_and_not_at_the_value()
    {
        Sigma.Hits("errorCode|exists: true", """{"errorCode":null}""", """{"errorCode":""}""", """{"errorCode":{}}""", """{"errorCode":[]}""");
        Sigma.Misses("errorCode|exists: true", "{}", """{"other":1}""");
        Sigma.Hits("errorCode|exists: false", "{}", """{"ErrorCode":"x"}""");
        Sigma.Misses("errorCode|exists: false", """{"errorCode":null}""");
    }

    [Fact]
    public void Exists_follows_a_path_through_objects_and_arrays()
    {
        Sigma.Hits("a.b.c|exists: true", """{"a":[{"b":1},{"b":[{"c":null}]}]}""", """{"a":{"b.c":1}}""", """{"a.b.c":1}""");
        Sigma.Hits("a.b.c|exists: false", """{"a":[{"b":1},{"c":1}]}""", "{}");
    }

    [Theory]
    [InlineData("'true'")]
    [InlineData("yes")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[true]")]
    public void Exists_takes_true_or_false_and_nothing_else(string value)
    {
        Sigma.Refuses($"errorCode|exists: {value}", "exists");
    }

    [Theory]
    [InlineData("contains")]
    [InlineData("re")]
    [InlineData("gt")]
    [InlineData("cidr")]
    [InlineData("fieldref")]
    public void Null_with_a_modifier_is_refused(string modifier)
    {
        var problem = Sigma.RefusalOf(Sigma.Rule(Sigma.Selection($"errorCode|{modifier}: null")));

        Assert.Equal(("errorCode", Sigma.FirstLine + 1), (problem.Construct, problem.Line));
    }
}
