using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>contains, startswith and endswith.</summary>
public sealed class PartialTextTests
{
    [Fact]
    public void Contains_finds_the_text_anywhere_in_any_case()
    {
        Sigma.Hits("agent|contains: Boto", """{"agent":"boto"}""", """{"agent":"my BOTO3"}""", """{"agent":"xboto"}""", """{"agent":"botox"}""");
        Sigma.Misses("agent|contains: Boto", """{"agent":"bot o"}""", """{"agent":""}""", "{}", """{"agent":null}""");
    }

    [Fact]
    public void Startswith_and_endswith_hold_to_their_end()
    {
        Sigma.Hits("key|startswith: AKIA", """{"key":"AKIA"}""", """{"key":"akiaX"}""");
        Sigma.Misses("key|startswith: AKIA", """{"key":"xAKIA"}""", """{"key":"AKI"}""");
        Sigma.Hits("key|endswith: .com", """{"key":"a.com"}""", """{"key":".COM"}""");
        Sigma.Misses("key|endswith: .com", """{"key":"a.com.cn"}""", """{"key":"com"}""");
    }

    [Fact]
    public void Wildcards_inside_a_partial_value_work()
    {
        Sigma.Hits("doc|contains: 'a*c?e'", """{"doc":"xx a12c3e yy"}""", """{"doc":"acxe"}""");
        Sigma.Misses("doc|contains: 'a*c?e'", """{"doc":"xx a12ce yy"}""");
        Sigma.Hits("doc|startswith: 'a*b'", """{"doc":"a-b-c"}""", """{"doc":"ab"}""");
        Sigma.Misses("doc|startswith: 'a*b'", """{"doc":"xab"}""", """{"doc":"a"}""");
        Sigma.Hits("doc|endswith: 'a?c'", """{"doc":"xxabc"}""");
        Sigma.Misses("doc|endswith: 'a?c'", """{"doc":"ac"}""", """{"doc":"abcd"}""");
    }

    [Fact]
    public void Wildcards_at_the_ends_of_a_partial_value_change_nothing()
    {
        Sigma.Hits("doc|contains: '*abc*'", """{"doc":"xabcx"}""", """{"doc":"abc"}""");
        Sigma.Misses("doc|contains: '*abc*'", """{"doc":"xabx"}""");
        Sigma.Hits("doc|startswith: 'ab*'", """{"doc":"ab"}""", """{"doc":"abc"}""");
        Sigma.Hits("doc|endswith: '*bc'", """{"doc":"bc"}""", """{"doc":"abc"}""");
    }

    [Fact]
    public void A_question_mark_at_the_ends_of_a_partial_value_wants_its_character()
    {
        Sigma.Hits("doc|contains: '?b?'", """{"doc":"abc"}""", """{"doc":"xxabcxx"}""");
        Sigma.Misses("doc|contains: '?b?'", """{"doc":"b"}""", """{"doc":"ab"}""", """{"doc":"bc"}""");
    }

    [Fact]
    public void A_star_in_contains_asks_for_any_value_and_not_for_an_absent_one()
    {
        Sigma.Hits("errorMessage|contains: '*'", """{"errorMessage":"x"}""", """{"errorMessage":""}""");
        Sigma.Misses("errorMessage|contains: '*'", "{}", """{"errorMessage":null}""");
    }

    [Theory]
    [InlineData("contains")]
    [InlineData("endswith")]
    public void Every_present_value_contains_and_ends_with_the_empty_text(string modifier)
    {
        Sigma.Hits($"doc|{modifier}: ''", """{"doc":""}""", """{"doc":"x"}""");
        Sigma.Misses($"doc|{modifier}: ''", "{}");
    }

    [Fact]
    public void Every_present_value_starts_with_the_empty_text()
    {
        Sigma.Hits("doc|startswith: ''", """{"doc":""}""", """{"doc":"x"}""");
        Sigma.Misses("doc|startswith: ''", "{}");
    }

    [Fact]
    public void A_number_in_a_rule_is_searched_for_as_its_text()
    {
        Sigma.Hits("arn|contains: 123", """{"arn":"x123y"}""", """{"arn":51234}""");
        Sigma.Hits("code|startswith: 4", """{"code":404}""");
        Sigma.Misses("code|endswith: 5", """{"code":504}""");
    }

    [Fact]
    public void A_policy_in_a_string_is_searched_with_its_quotes_unescaped()
    {
        Sigma.Hits(
            "requestParameters.policyDocument|contains|all:\n  - '\"Effect\":\"Allow\"'\n  - '\"Action\":\"*\"'",
            """{"requestParameters":{"policyDocument":"{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"X\":\"\"}]}"}}""");
    }

    [Fact]
    public void A_partial_match_of_a_partial_match_is_refused()
    {
        Sigma.Refuses("doc|contains|startswith: a", "startswith");
    }
}
