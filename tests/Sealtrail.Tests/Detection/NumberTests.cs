using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>Numbers and booleans against texts, both ways.</summary>
public sealed class NumberTests
{
    [Fact]
    public void A_number_equals_its_text_both_ways()
    {
        Sigma.Hits("port: 443", """{"port":443}""", """{"port":"443"}""");
        Sigma.Hits("port: '443'", """{"port":443}""", """{"port":"443"}""");
        Sigma.Misses("port: 443", """{"port":4430}""", """{"port":"0443"}""", """{"port":-443}""", "{}", """{"port":true}""");
    }

    [Fact]
    public void A_number_is_the_same_number_however_it_is_written()
    {
        Sigma.Hits("n: 1", """{"n":1}""", """{"n":1.0}""", """{"n":1.00}""", """{"n":10E-1}""", """{"n":"1"}""");
        Sigma.Hits("n: 1.0", """{"n":1}""", """{"n":1.0}""", """{"n":"1.0"}""");
        Sigma.Hits("n: 0.5", """{"n":0.50}""", """{"n":5e-1}""");
        Sigma.Hits("n: -3", """{"n":-3}""", """{"n":-3.0}""", """{"n":"-3"}""");
        Sigma.Misses("n: 1", """{"n":1.5}""", """{"n":10}""");
    }

    [Fact]
    public void An_account_number_keeps_its_leading_zero()
    {
        Sigma.Hits("recipientAccountId: '012345678901'", """{"recipientAccountId":"012345678901"}""");
        Sigma.Misses("recipientAccountId: '012345678901'", """{"recipientAccountId":"12345678901"}""");
        Sigma.Hits("recipientAccountId: 012345678901", """{"recipientAccountId":"012345678901"}""");
        Sigma.Misses("recipientAccountId: 012345678901", """{"recipientAccountId":"12345678901"}""");
    }

    [Fact]
    public void Large_numbers_are_compared_to_the_last_digit()
    {
        Sigma.Hits("n: 9007199254740993", """{"n":9007199254740993}""", """{"n":"9007199254740993"}""");
        Sigma.Misses("n: 9007199254740993", """{"n":9007199254740992}""");
        const string Digits = "123456789012345678901234567890123456789012345678";
        Sigma.Hits($"n: {Digits}1", $$"""{"n":{{Digits}}1}""");
        Sigma.Misses($"n: {Digits}1", $$"""{"n":{{Digits}}2}""");
    }

    [Fact]
    public void What_is_no_number_of_YAML_is_a_text()
    {
        Sigma.Hits("n: 1_000", """{"n":"1_000"}""");
        Sigma.Misses("n: 1_000", """{"n":1000}""");
        Sigma.Hits("version: 1.2.3", """{"version":"1.2.3"}""");
        Sigma.Hits("day: 2026-11-10", """{"day":"2026-11-10"}""");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("'true'")]
    [InlineData("'TRUE'")]
    public void True_is_the_text_true_both_ways(string written)
    {
        Sigma.Hits($"open: {written}", """{"open":true}""", """{"open":"true"}""", """{"open":"True"}""");
        Sigma.Misses($"open: {written}", """{"open":false}""", """{"open":1}""", """{"open":"yes"}""", "{}");
    }

    [Theory]
    [InlineData("false")]
    [InlineData("'false'")]
    public void False_is_not_an_absent_field(string written)
    {
        Sigma.Hits($"open: {written}", """{"open":false}""", """{"open":"FALSE"}""");
        Sigma.Misses($"open: {written}", "{}", """{"open":null}""", """{"open":0}""", """{"open":""}""", """{"open":true}""");
    }

    [Theory]
    [InlineData("No")]
    [InlineData("Yes")]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("y")]
    public void Words_that_old_YAML_took_for_booleans_are_texts(string word)
    {
        Sigma.Hits($"additionalEventData.MFAUsed: {word}", $$$"""{"additionalEventData":{"MFAUsed":"{{{word}}}"}}""");
        Sigma.Misses(
            $"additionalEventData.MFAUsed: {word}",
            """{"additionalEventData":{"MFAUsed":false}}""",
            """{"additionalEventData":{"MFAUsed":true}}""");
    }

    [Fact]
    public void Cased_numbers_and_booleans_are_their_text()
    {
        Sigma.Hits("open|cased: 'true'", """{"open":true}""");
        Sigma.Hits("n|cased: 5", """{"n":5}""", """{"n":"5"}""");
    }
}
