using System.CommandLine;
using System.Text.Json.Nodes;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;
using Sealtrail.Core.Processing;

namespace Sealtrail.Cli.Commands;

/// <summary>Stateless matching alone: one JSON line for each rule and record that match.</summary>
internal static class DetectCommand
{
    public static Command Create()
    {
        var paths = CommonOptions.Paths(ArgumentArity.OneOrMore);
        var rules = CommonOptions.Rules();
        var command = new Command("detect", "Match rules against files, without a store; one JSON line for each match.") { paths, rules };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(paths)!, parsed.GetValue(rules) ?? [], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string[] rulePaths, CancellationToken cancellation)
    {
        var terminal = new Terminal(json: true);
        var rules = RuleSet.Load(CommonOptions.RuleFiles(rulePaths));
        RuleReport.Note(terminal, rules);
        var archive = new FolderArchive();
        using var detector = new Detector(archive, rules, new ParsingLimits());
        var code = ExitCode.Fine;
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        await using var writer = new StreamWriter(output);
        foreach (var file in paths.SelectMany(path => FolderFiles.Find(path, _ => { })))
        {
            try
            {
                archive.Add(file);
                foreach (var rejection in await detector.RunAsync(FolderFiles.Identify(file), match => writer.WriteLine(Line(match, file)), cancellation))
                {
                    terminal.Note($"[yellow]rejected[/] {Terminal.Safe(file.Path)} {RejectedCommand.Place(rejection)}: {Terminal.Safe(rejection.Reason)}");
                }
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                terminal.Note($"[red]not read[/] {Terminal.Safe(file.Path)}: {Terminal.Safe(unreadable.Message)}");
                code = ExitCode.Failure;
            }
        }

        return code;
    }

    private static string Line(RuleMatch match, ArchiveFile file) => new JsonObject
    {
        ["eventId"] = match.Event.Id.Value,
        ["rule"] = match.Rule.Title,
        ["ruleId"] = match.Rule.Id,
        ["source"] = file.Path,
        ["place"] = match.Event.Place.Index,
    }.ToJsonString();
}
