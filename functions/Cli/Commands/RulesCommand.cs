using System.CommandLine;
using System.Text.Json.Nodes;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Detection;

namespace Sealtrail.Cli.Commands;

/// <summary>Checks that rules load, and runs the events they bring.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "Check and test Sigma rules.") { Check(), Test(), Coverage() };

    private static Command Check()
    {
        var (paths, output) = (Paths(), CommonOptions.Output());
        var command = new Command("check", "Load rules and name what is refused, by file, line and construct.") { paths, output };
        command.SetAction(parsed =>
        {
            var terminal = new Terminal(parsed.GetValue(output) == "json");
            var rules = RuleSet.Load(CommonOptions.RuleFiles(parsed.GetValue(paths) ?? []));
            var refused = rules.Problems.Count(problem => problem.IsRefusal);
            if (terminal.IsJson)
            {
                Terminal.WriteJson(new JsonObject { ["loaded"] = rules.Rules.Length, ["refused"] = refused, ["problems"] = Problems(rules) });
            }
            else
            {
                foreach (var problem in rules.Problems)
                {
                    var word = problem.IsRefusal ? "[red]refused[/]" : "[yellow]warning[/]";
                    terminal.Write($"{Terminal.Safe($"{problem.File}:{problem.Line}")} {word} [bold]{Terminal.Safe(problem.Construct)}[/]: {Terminal.Safe(problem.Message)}");
                }

                terminal.Write($"{rules.Rules.Length} rules loaded, {refused} refused");
            }

            return refused > 0 ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static Command Test()
    {
        var (paths, output) = (Paths(), CommonOptions.Output());
        var command = new Command("test", "Run rules against the events they bring (sealtrail.tests).") { paths, output };
        command.SetAction(parsed =>
        {
            var terminal = new Terminal(parsed.GetValue(output) == "json");
            var rules = RuleSet.Load(CommonOptions.RuleFiles(parsed.GetValue(paths) ?? [], examples: true));
            RuleReport.Note(terminal, rules);
            var failures = rules.Rules.SelectMany(rule => RuleMatcher.Try(rule).Select(failure => (Rule: rule, failure.Example, failure.Failure))).ToList();
            var untested = rules.Rules.Where(rule => rule.Examples.IsEmpty).ToList();
            var examples = rules.Rules.Sum(rule => rule.Examples.Length);
            if (terminal.IsJson)
            {
                Terminal.WriteJson(new JsonObject
                {
                    ["rules"] = rules.Rules.Length,
                    ["events"] = examples,
                    ["failed"] = new JsonArray([.. failures.Select(failure => new JsonObject
                    {
                        ["file"] = failure.Rule.File, ["line"] = failure.Example.Line, ["rule"] = failure.Rule.Summary.Title,
                        ["event"] = failure.Example.Name, ["failure"] = failure.Failure,
                    })]),
                    ["untested"] = new JsonArray([.. untested.Select(rule => JsonValue.Create(rule.File))]),
                    ["problems"] = Problems(rules),
                });
            }
            else
            {
                foreach (var (rule, example, failure) in failures)
                {
                    terminal.Write($"[red]failed[/] {Terminal.Safe($"{rule.File}:{example.Line}")} [bold]{Terminal.Safe(rule.Summary.Title)}[/]: {Terminal.Safe(example.Name)}: {Terminal.Safe(failure)}");
                }

                foreach (var rule in untested)
                {
                    terminal.Write($"[yellow]untested[/] {Terminal.Safe(rule.File)} [bold]{Terminal.Safe(rule.Summary.Title)}[/] brings no events");
                }

                terminal.Write($"{rules.Rules.Length} rules, {examples} events, {failures.Count} failed, {untested.Count} rules without events");
            }

            return failures.Count > 0 || rules.Problems.Any(problem => problem.IsRefusal) ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static Command Coverage()
    {
        var paths = Paths();
        var command = new Command("coverage", "Print, as Markdown, which techniques and controls the rules cover.") { paths };
        command.SetAction(parsed =>
        {
            Console.Out.Write(RuleCoverage.Markdown(RuleSet.Load(CommonOptions.RuleFiles(parsed.GetValue(paths) ?? []))));
            return ExitCode.Fine;
        });
        return command;
    }

    private static Argument<string[]> Paths() => new("DIR")
    {
        Description = "Folders or files with rules; 'builtin', the default, names the built-in ones.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static JsonArray Problems(RuleSet rules) => new([.. rules.Problems.Select(problem => new JsonObject
    {
        ["file"] = problem.File, ["line"] = problem.Line, ["construct"] = problem.Construct, ["message"] = problem.Message, ["refused"] = problem.IsRefusal,
    })]);
}
