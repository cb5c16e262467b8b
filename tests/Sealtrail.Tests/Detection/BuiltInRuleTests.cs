using System.Text.RegularExpressions;
using Sealtrail.Core.Detection;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>What every rule of ours owes to the person it wakes.</summary>
public sealed partial class BuiltInRuleTests
{
    private static readonly RuleSet Rules = RuleSet.Load(RuleSet.BuiltIn(examples: true));

    public static TheoryData<string> Files => [.. RuleSet.BuiltIn(examples: true).Select(file => file.Name)];

    [Fact]
    public void All_of_them_load_without_a_complaint()
    {
        Assert.Empty(Rules.Problems);
        Assert.Equal(RuleSet.BuiltIn(examples: true).Count(), Rules.Rules.Length);
        Assert.True(Rules.Rules.Length >= 20, $"{Rules.Rules.Length} rules");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_matches_and_ignores_the_events_that_it_brings(string file)
    {
        var rule = Of(file);

        Assert.Empty(RuleMatcher.Try(rule).Select(failed => $"{failed.Example.Name}: {failed.Failure}"));
        Assert.Contains(rule.Examples, example => example.Matches);
        Assert.Contains(rule.Examples, example => !example.Matches);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_finds_its_events_through_the_index_of_all_rules(string file)
    {
        var rule = Of(file);

        Assert.All(
            rule.Examples,
            example => Assert.Equal(example.Matches, Sigma.Match(Rules, example.Json.Trim()).Contains(rule.Summary.Title)));
    }

    [Fact]
    public void No_two_share_an_id_or_a_title()
    {
        Assert.Distinct(Rules.Rules.Select(rule => rule.Summary.Id.ToUpperInvariant()));
        Assert.Distinct(Rules.Rules.Select(rule => rule.Summary.Title.ToUpperInvariant()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_has_a_random_UUID_of_its_own(string file)
    {
        Assert.Matches(UuidVersion4(), Of(file).Summary.Id);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_names_a_technique_of_ATTACK_and_nothing_that_is_no_tag(string file)
    {
        var tags = Of(file).Tags;

        Assert.All(tags, tag => Assert.Matches(AttackTag(), tag));
        Assert.Contains(tags, tag => tag.StartsWith("attack.t", StringComparison.Ordinal) && char.IsAsciiDigit(tag[8]));
        Assert.Distinct(tags);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_states_its_level_and_what_to_do_next(string file)
    {
        var rule = Of(file);

        Assert.Matches(LevelLine(), RuleSet.BuiltIn(examples: true).Single(text => text.Name == file).Text);
        Assert.NotEmpty(rule.Summary.NextSteps);
        Assert.All(rule.Summary.NextSteps, step => Assert.True(step.Length is > 10 and <= 200 && step == step.Trim(), step));
        Assert.NotEmpty(rule.FalsePositives);
        Assert.NotEmpty(rule.Summary.Description);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_has_a_title_that_fits_a_text_message(string file)
    {
        Assert.InRange(Of(file).Summary.Title.Length, 5, 45);
    }

    private static Rule Of(string file) => Rules.Rules.Single(rule => rule.File == file);

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex UuidVersion4();

    [GeneratedRegex(@"^attack\.(t[0-9]{4}(\.[0-9]{3})?|[a-z]+(-[a-z]+)*)$")]
    private static partial Regex AttackTag();

    [GeneratedRegex("^level: (informational|low|medium|high|critical)$", RegexOptions.Multiline)]
    private static partial Regex LevelLine();
}
