using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class RegexTests
{
    [Fact]
    public void A_regular_expression_is_found_anywhere_and_minds_case()
    {
        Sigma.Hits("arn|re: 'role/[a-z]+'", """{"arn":"arn:aws:iam::1:role/admin-x"}""");
        Sigma.Misses("arn|re: 'role/[a-z]+'", """{"arn":"arn:aws:iam::1:ROLE/admin"}""", """{"arn":"role/7"}""", "{}", """{"arn":null}""");
        Sigma.Misses("arn|re: '.*'", "{}");
    }

    [Fact]
    public void Anchors_hold_to_the_whole_value()
    {
        Sigma.Hits("arn|re: '^a+$'", """{"arn":"aaa"}""");
        Sigma.Misses("arn|re: '^a+$'", """{"arn":"baaa"}""", """{"arn":"aaab"}""", """{"arn":"x\naaa\ny"}""");
    }

    [Fact]
    public void The_letter_i_ignores_case()
    {
        Sigma.Hits("arn|re|i: 'ROLE/Admin'", """{"arn":"x:role/admin"}""");
        Sigma.Misses("arn|re: 'ROLE/Admin'", """{"arn":"x:role/admin"}""");
    }

    [Fact]
    public void The_letter_m_lets_anchors_stand_at_lines()
    {
        Sigma.Hits("doc|re|m: '^two$'", """{"doc":"one\ntwo\nthree"}""");
        Sigma.Misses("doc|re: '^two$'", """{"doc":"one\ntwo\nthree"}""");
    }

    [Fact]
    public void The_letter_s_lets_a_dot_be_a_line_break()
    {
        Sigma.Hits("doc|re|s: 'one.two'", """{"doc":"one\ntwo"}""");
        Sigma.Misses("doc|re: 'one.two'", """{"doc":"one\ntwo"}""");
        Sigma.Hits("doc|re|i|m|s: '^ONE.two$'", """{"doc":"zero\none\ntwo\n3"}""");
    }

    [Fact]
    public void Backslashes_stars_and_question_marks_belong_to_the_expression()
    {
        Sigma.Hits(@"doc|re: 'a\*b'", """{"doc":"a*b"}""");
        Sigma.Misses(@"doc|re: 'a\*b'", """{"doc":"aab"}""");
        Sigma.Hits(@"doc|re: '^\d{3}\\x$'", """{"doc":"123\\x"}""");
        Sigma.Hits("doc|re: '^ab?c*$'", """{"doc":"a"}""", """{"doc":"abccc"}""");
        Sigma.Misses("doc|re: '^ab?c*$'", """{"doc":"axc"}""");
    }

    [Fact]
    public void Classes_words_and_inline_options_that_public_rules_use_work()
    {
        Sigma.Hits(@"doc|re: '(?i)\bREST\b\s+\w+[^a-z]$'", """{"doc":"x rest  api7"}""");
        Sigma.Hits("arn|re: '.+:assumed-role/aws:.+'", """{"arn":"arn:aws:sts::1:assumed-role/aws:x"}""");
        Sigma.Hits("doc|re: '^(a|b){2,3}$'", """{"doc":"aba"}""");
    }

    [Fact]
    public void Any_of_a_list_will_do_and_all_asks_for_each()
    {
        Sigma.Hits("doc|re: ['^x', 'z$']", """{"doc":"xyz"}""", """{"doc":"yz"}""");
        Sigma.Misses("doc|re: ['^x', 'z$']", """{"doc":"zyx"}""");
        Sigma.Hits("doc|re|all: ['^x', 'z$']", """{"doc":"xyz"}""");
        Sigma.Misses("doc|re|all: ['^x', 'z$']", """{"doc":"xy"}""");
    }

    [Fact]
    public void Numbers_booleans_and_leaves_of_arrays_are_searched()
    {
        Sigma.Hits(@"code|re: '^4\d\d$'", """{"code":404}""", """{"code":[200,"403"]}""");
        Sigma.Hits("code|re: '^true$'", """{"code":true}""");
        Sigma.Hits("doc|re: '\"s3:\\*\"'", """{"doc":{"policy":"{\"Action\":\"s3:*\"}"}}""");
    }

    [Theory]
    [InlineData("(unclosed")]
    [InlineData("a{3,2}")]
    [InlineData("[z-a]")]
    [InlineData("*a")]
    public void An_invalid_expression_is_refused(string expression)
    {
        Sigma.Refuses($"doc|re: '{expression}'", "re");
    }

    [Theory]
    [InlineData("(?=look)ahead")]
    [InlineData("(?!look)ahead")]
    [InlineData("(?<=look)behind")]
    [InlineData(@"(a)\1")]
    [InlineData("(?>atomic)")]
    public void An_expression_that_could_only_be_run_with_backtracking_is_refused(string expression)
    {
        Sigma.Refuses($"doc|re: '{expression}'", "re");
    }

    [Fact]
    public void An_expression_that_explodes_when_it_backtracks_answers_at_once()
    {
        Sigma.Misses("doc|re: '^(a+)+$'", $$"""{"doc":"{{new string('a', 50_000)}}b"}""");
    }

    [Theory]
    [InlineData("doc|contains|re: a", "re")]
    [InlineData("doc|cased|re: a", "re")]
    [InlineData("doc|re|cased: a", "cased")]
    [InlineData("doc|re|re: a", "re")]
    [InlineData("doc|i: a", "i")]
    [InlineData("doc|contains|m: a", "m")]
    public void Modifiers_that_mean_nothing_beside_an_expression_are_refused(string item, string construct)
    {
        Sigma.Refuses(item, construct);
    }
}
