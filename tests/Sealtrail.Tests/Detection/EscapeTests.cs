using System.Text.Json;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>The escape table of the specification: values as they stand in YAML's single quotes, event texts as they are.</summary>
public sealed class EscapeTests
{
    [Theory]
    [InlineData(@"a\b", @"a\b", @"a\\b")]
    [InlineData(@"a\\b", @"a\b", @"a\\b")]
    [InlineData(@"a\*b", "a*b", "axb")]
    [InlineData(@"a\?b", "a?b", "axb")]
    [InlineData(@"a\\*b", @"a\b", "ab")]
    [InlineData(@"a\\*b", @"a\anything b", "a*b")]
    [InlineData(@"a\\?b", @"a\xb", @"a\b")]
    [InlineData(@"a\\\*b", @"a\*b", @"a\xb")]
    [InlineData(@"a\\\?b", @"a\?b", @"a\xb")]
    [InlineData(@"a\\\b", @"a\\b", @"a\b")]
    [InlineData(@"a\\\\b", @"a\\b", @"a\\\\b")]
    [InlineData(@"a\\\\*b", @"a\\ and more b", @"a\ and more b")]
    [InlineData(@"\\srv\c$", @"\srv\c$", @"\\srv\c$")]
    [InlineData(@"\\\\srv", @"\\srv", @"\srv")]
    [InlineData(@"C:\x\", @"C:\x\", @"C:\x")]
    [InlineData(@"*\cmd.exe", @"C:\Windows\cmd.exe", "cmd.exe")]
    [InlineData(@"\*", "*", "x")]
    [InlineData(@"\?", "?", "x")]
    [InlineData(@"\\", @"\", "x")]
    [InlineData(@"\", @"\", "")]
    [InlineData(@"\n", @"\n", "\n")]
    [InlineData(@"a\*\?\\z", @"a*?\z", @"a\*\?\\z")]
    [InlineData(@"\**", "*tail", "tail")]
    public void A_value_means_what_the_table_says(string written, string matching, string other)
    {
        Sigma.Hits($"path: '{written}'", Event(matching));
        Sigma.Misses($"path: '{written}'", Event(other));
    }

    [Theory]
    [InlineData(@"\Desktop\", @"C:\Users\x\Desktop\y", @"C:\Desktop*")]
    [InlineData(@"a\", @"xa\*y", "xa*y")]
    [InlineData(@"a\*", "xa*y", "xay")]
    [InlineData(@"a\\", @"xa\y", "xay")]
    public void A_backslash_at_the_end_does_not_swallow_what_contains_adds(string written, string matching, string other)
    {
        Sigma.Hits($"path|contains: '{written}'", Event(matching));
        Sigma.Misses($"path|contains: '{written}'", Event(other));
    }

    [Fact]
    public void A_backslash_at_the_end_does_not_swallow_what_startswith_adds()
    {
        Sigma.Hits(@"path|startswith: 'C:\'", Event(@"C:\Windows"), Event(@"c:\"));
        Sigma.Misses(@"path|startswith: 'C:\'", Event("C:*"), Event("C:"));
    }

    [Fact]
    public void Escapes_are_the_same_in_lists_keywords_and_cased_values()
    {
        Sigma.Hits(@"path|cased: ['no', 'a\*b']", Event("a*b"));
        Sigma.Misses(@"path|cased: ['no', 'a\*b']", Event("axb"));
        Assert.True(Sigma.Matches("words: ['2\\*3']\ncondition: words", Event("is 2*3 six")));
        Assert.False(Sigma.Matches("words: ['2\\*3']\ncondition: words", Event("is 2x3 six")));
    }

    [Fact]
    public void YAML_undoes_its_own_escapes_first()
    {
        Sigma.Hits(
            """
            path: "a\\*b"
            """, Event("a*b"));
        Sigma.Hits(
            """
            path: "a\\\\*b"
            """, Event(@"a\x\b"));
    }

    private static string Event(string path) => $$"""{"path":{{JsonSerializer.Serialize(path)}}}""";
}
