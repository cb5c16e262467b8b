using System.Diagnostics;
using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class WildcardTests
{
    [Fact]
    public void A_star_is_any_text_the_empty_one_too()
    {
        Sigma.Hits("name: 'a*c'", """{"name":"ac"}""", """{"name":"abc"}""", """{"name":"A b b b C"}""", """{"name":"acac"}""");
        Sigma.Misses("name: 'a*c'", """{"name":"ab"}""", """{"name":"abcd"}""", """{"name":"xabc"}""", """{"name":"c"}""");
    }

    [Fact]
    public void A_value_with_wildcards_still_is_the_whole_text()
    {
        Sigma.Misses("name: 'a*'", """{"name":"xab"}""");
        Sigma.Misses("name: '*b'", """{"name":"abx"}""");
        Sigma.Misses("name: '?b'", """{"name":"xabx"}""");
    }

    [Fact]
    public void A_question_mark_is_exactly_one_character()
    {
        Sigma.Hits("name: 'a?c'", """{"name":"abc"}""", """{"name":"a?c"}""", """{"name":"a c"}""");
        Sigma.Misses("name: 'a?c'", """{"name":"ac"}""", """{"name":"abbc"}""");
        Sigma.Misses("name: '?'", """{"name":""}""", """{"name":"ab"}""", "{}");
    }

    [Theory]
    [InlineData("é")]
    [InlineData("€")]
    [InlineData("字")]
    [InlineData("\U0001F511")]
    public void A_question_mark_takes_one_character_however_many_bytes_it_has(string character)
    {
        Sigma.Hits("name: '?'", $$"""{"name":"{{character}}"}""");
        Sigma.Hits("name|cased: 'a??b'", $$"""{"name":"a{{character}}{{character}}b"}""");
        Sigma.Misses("name: '??'", $$"""{"name":"{{character}}"}""");
        Sigma.Misses("name: 'a?b'", $$"""{"name":"a{{character}}{{character}}b"}""");
    }

    [Fact]
    public void Stars_and_question_marks_work_together()
    {
        Sigma.Hits("name: '*?b*?d'", """{"name":"xb d"}""", """{"name":"aabbccdd"}""", """{"name":"bbbdd"}""");
        Sigma.Misses("name: '*?b*?d'", """{"name":"bd"}""", """{"name":"xbd"}""", """{"name":"xb dx"}""");
        Sigma.Hits("name: '?*?'", """{"name":"ab"}""", """{"name":"axxb"}""");
        Sigma.Misses("name: '?*?'", """{"name":"a"}""");
    }

    [Fact]
    public void The_last_piece_is_found_at_the_very_end_even_where_it_also_stands_earlier()
    {
        Sigma.Hits("name: '*aba'", """{"name":"ababa"}""");
        Sigma.Hits("name: '*a?a'", """{"name":"abababa"}""");
        Sigma.Hits("name: 'ab*ab*ab'", """{"name":"abababab"}""");
        Sigma.Misses("name: 'ab*ab*ab'", """{"name":"abab"}""");
        Sigma.Misses("name: 'aba*aba'", """{"name":"ababa"}""");
    }

    [Fact]
    public void Wildcards_match_line_breaks()
    {
        Sigma.Hits("policy: 'a*z'", """{"policy":"a\n\r\nz"}""");
        Sigma.Hits("policy: 'a?z'", """{"policy":"a\nz"}""");
        Sigma.Misses("policy: 'a*z'", """{"policy":"a z\n"}""");
    }

    [Fact]
    public void A_star_alone_wants_a_value()
    {
        Sigma.Hits("errorMessage: '*'", """{"errorMessage":"x"}""", """{"errorMessage":""}""", """{"errorMessage":0}""", """{"errorMessage":false}""");
        Sigma.Misses("errorMessage: '*'", "{}", """{"errorMessage":null}""");
    }

    [Fact]
    public void Wildcards_match_the_text_of_numbers_and_booleans()
    {
        Sigma.Hits("port: '4*3'", """{"port":443}""", """{"port":"4443"}""");
        Sigma.Hits("open: 't?ue'", """{"open":true}""");
    }

    [Fact]
    public void Wildcards_are_compared_in_any_case_unless_cased()
    {
        Sigma.Hits("arn: 'ARN:*/terraform*'", """{"arn":"arn:aws:iam::1:role/Terraform-ci"}""");
        Sigma.Misses("arn|cased: 'arn:*/terraform*'", """{"arn":"arn:aws:iam::1:role/Terraform-ci"}""");
        Sigma.Hits("arn|cased: 'arn:*/Terra?orm*'", """{"arn":"arn:aws:iam::1:role/Terraform-ci"}""");
    }

    [Fact]
    public void Many_stars_against_a_long_text_that_almost_matches_take_no_time()
    {
        var stars = string.Concat(Enumerable.Repeat("*a", 50));
        var rules = Sigma.Load(Sigma.Rule(Sigma.Selection($"name: '{stars}*b'")));
        var json = $$"""{"name":"{{new string('a', 200_000)}}"}""";
        var clock = Stopwatch.StartNew();

        Assert.Empty(Sigma.Match(rules, json));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }
}
