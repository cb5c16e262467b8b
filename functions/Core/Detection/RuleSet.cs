using System.Collections.Immutable;
using System.Reflection;
using Sealtrail.Core.Detection.Loading;
using Sealtrail.Core.Detection.Matching;

namespace Sealtrail.Core.Detection;

/// <summary>Rules, loaded and compiled. Immutable; any number of <see cref="RuleMatcher"/>s may share it.</summary>
public sealed class RuleSet
{
    private const string BuiltInPrefix = "rules/";

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
    public static IEnumerable<RuleFile> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(BuiltInPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new RuleFile(name, reader.ReadToEnd());
        }
    }
}
