using Sealtrail.Core.Detection;

namespace Sealtrail.Cli.Output;

/// <summary>Tells what of the rules could not be used.</summary>
internal static class RuleReport
{
    private const int Most = 10;

    public static void Note(Terminal terminal, RuleSet rules)
    {
        var refused = rules.Problems.Where(problem => problem.IsRefusal).ToList();
        foreach (var problem in refused.Take(Most))
        {
            terminal.Note($"[yellow]rule refused[/] {Terminal.Safe($"{problem.File}:{problem.Line}")} [bold]{Terminal.Safe(problem.Construct)}[/]: {Terminal.Safe(problem.Message)}");
        }

        if (refused.Count > Most)
        {
            terminal.Note($"[yellow]{refused.Count - Most} more rules were refused[/]; 'sealtrail rules check' names them all");
        }
    }
}
