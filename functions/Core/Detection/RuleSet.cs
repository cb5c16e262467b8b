using System.Collections.Immutable;
using System.Reflection;
using Sealtrail.Core.Detection.Loading;
using Sealtrail.Core.Detection.Matching;

namespace Sealtrail.Core.Detection;

/// <summary>Rules, loaded and compiled. Immutable; any number of <see cref="RuleMatcher"/>s may share it.</summary>
public sealed class RuleSet
{
    private const string BuiltInPrefix = "rules/";

    /// <summary>Where the examples of a rule of ours begin: they come last in its file, which a test holds.</summary>
    private const string ExamplesBegin = "\n    tests:\n";

    private RuleSet(ImmutableArray<Rule> rules, ImmutableArray<RuleProblem> problems)
    {
        Rules = rules;
        Problems = problems;
        Index = new RuleIndex(rules);
    }

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>What was refused, and what is odd, in the order of the files.</summary>
    public ImmutableArray<RuleProblem> Problems { get; }

    internal RuleIndex Index { get; }

    public static RuleSet Load(IEnumerable<RuleFile> files)
    {
        var problems = new List<RuleProblem>();
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            foreach (var rule in RuleLoader.Load(file, problems))
            {
                if (ids.Add(rule.Summary.Id))
                {
                    rules.Add(rule);
                }
                else
                {
                    problems.Add(new RuleProblem(file.Name, 0, "id", $"'{rule.Summary.Id}' of '{rule.Summary.Title}' is taken by another rule", IsRefusal: true));
                }
            }
        }

        return new RuleSet(rules.ToImmutable(), [.. problems]);
    }

    /// <summary>The rules that come with Sealtrail.</summary>
    /// <param name="examples">With the events they are tested with: most of their text, which a start need not read.</param>
    public static IEnumerable<RuleFile> BuiltIn(bool examples)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(BuiltInPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd().ReplaceLineEndings("\n");
            var tests = examples ? -1 : text.IndexOf(ExamplesBegin, StringComparison.Ordinal);
            yield return new RuleFile(name, tests < 0 ? text : text[..(tests + 1)]);
        }
    }
}
