using System.Text;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Detection.Matching;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>Rules and events for tests: a few lines of YAML against a line of JSON.</summary>
internal static class Sigma
{
    public const string FileName = "rules/test.yml";

    /// <summary>The line of the file on which the text given to <see cref="Rule"/> begins.</summary>
    public const int FirstLine = 6;

    /// <param name="detection">What stands below <c>detection:</c>.</param>
    public static string Rule(string detection) =>
        $"title: test\nlogsource:\n  product: aws\n  service: cloudtrail\ndetection:\n{Indented(detection, 2)}\n";

    /// <summary>A rule of one selection with these items.</summary>
    public static string Selection(string items) => $"sel:\n{Indented(items, 2)}\ncondition: sel";

    public static RuleSet Load(params IEnumerable<string> documents) =>
        RuleSet.Load([new RuleFile(FileName, string.Join("\n---\n", documents))]);

    /// <summary>A selection of these items matches each of the events.</summary>
    public static void Hits(string items, params string[] events) =>
        Assert.All(events, json => Assert.True(Matches(Selection(items), json), $"should match {json}"));

    /// <summary>A selection of these items matches none of the events.</summary>
    public static void Misses(string items, params string[] events) =>
        Assert.All(events, json => Assert.False(Matches(Selection(items), json), $"should not match {json}"));

    /// <summary>Loads the rule without a complaint and matches the event, as the pipeline does.</summary>
    public static bool Matches(string detection, string json)
    {
        var rules = Load(Rule(detection));
        Assert.DoesNotContain(rules.Problems, problem => problem.IsRefusal);
        return Match(rules, json).Count == 1;
    }

    /// <returns>The titles of the rules that match.</returns>
    public static IReadOnlyList<string> Match(RuleSet rules, string json) =>
        [.. new RuleMatcher(rules).Match(Read(json).Root).Select(rule => rule.Summary.Title)];

    /// <returns>The titles of the rules that match when each is tested alone.</returns>
    public static IReadOnlyList<string> MatchOneByOne(RuleSet rules, string json)
    {
        var tape = Read(json);
        return [.. rules.Rules.Where(rule => rule.Test.Matches(tape.Root, new LeafText())).Select(rule => rule.Summary.Title)];
    }

    /// <summary>The document is refused, and for one reason only, which names the file.</summary>
    public static RuleProblem RefusalOf(string document)
    {
        var rules = Load(document);
        Assert.Empty(rules.Rules);
        var problem = Assert.Single(rules.Problems, problem => problem.IsRefusal);
        Assert.Equal(FileName, problem.File);
        Assert.NotEmpty(problem.Message);
        return problem;
    }

    /// <summary>A selection of these items is refused for the construct, on a line of the selection (from 1).</summary>
    public static void Refuses(string items, string construct, int line = 1)
    {
        var problem = RefusalOf(Rule(Selection(items)));
        Assert.Equal((construct, FirstLine + line), (problem.Construct, problem.Line));
    }

    public static string Indented(string text, int by) =>
        string.Join('\n', text.Split('\n').Select(line => new string(' ', by) + line));

    private static JsonTape Read(string json)
    {
        var tape = new JsonTape();
        Assert.Equal(JsonReadStatus.Complete, tape.Read(Encoding.UTF8.GetBytes(json)));
        return tape;
    }
}
