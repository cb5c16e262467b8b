using System.CommandLine;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Cli.Commands;

/// <summary>Takes files through every stage into a store: sealed, indexed, alerted on.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var paths = CommonOptions.Paths(ArgumentArity.OneOrMore);
        paths.Description = "Files or folders with CloudTrail logs; '-' reads one object from standard input.";
        var (store, rules, output) = (CommonOptions.Store(), CommonOptions.Rules(), CommonOptions.Output());
        var stats = new Option<bool>("--stats") { Description = "Also measure throughput, against the floor on the same files." };
        var window = new Option<int>("--window") { Description = "Minutes in which a repeated alert is suppressed.", DefaultValueFactory = _ => 60, HelpName = "MINUTES" };
        var readers = new Option<int>("--readers") { Description = "Files read at once.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
        var defaults = new ParsingLimits();
        var inflated = new Option<long>("--max-inflated") { Description = "Bytes an object may inflate to.", DefaultValueFactory = _ => defaults.InflatedBytes, HelpName = "BYTES" };
        var record = new Option<int>("--max-record") { Description = "Bytes a record may have.", DefaultValueFactory = _ => defaults.RecordBytes, HelpName = "BYTES" };
        var depth = new Option<int>("--max-depth") { Description = "How deep a record may nest.", DefaultValueFactory = _ => defaults.Depth, HelpName = "N" };
        var (labels, geo) = (CommonOptions.Labels(), CommonOptions.Geo());
        var command = new Command("replay", "Seal, index and alert on files; what was done before is not done again.")
        {
            paths, store, rules, output, stats, window, readers, inflated, record, depth, labels, geo,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            new ReplaySettings(
                parsed.GetValue(paths)!,
                CommonOptions.StorePath(parsed.GetValue(store)),
                parsed.GetValue(rules) ?? [],
                TimeSpan.FromMinutes(parsed.GetValue(window)),
                parsed.GetValue(readers),
                new ParsingLimits { InflatedBytes = parsed.GetValue(inflated), RecordBytes = parsed.GetValue(record), Depth = parsed.GetValue(depth) }),
            EventNotes.Open(parsed.GetValue(labels), parsed.GetValue(geo) ?? []), parsed.GetValue(stats), new Terminal(parsed.GetValue(output) == "json"), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ReplaySettings settings, EventNotes notes, bool stats, Terminal terminal, CancellationToken cancellation)
    {
        settings.Validate();
        var rules = RuleSet.Load(CommonOptions.RuleFiles(settings.Rules));
        RuleReport.Note(terminal, rules);
        using var input = await ReplayInput.FindAsync(settings.Paths, terminal, cancellation);
        using var store = SqliteStore.Open(settings.Store, mustExist: false);
        await ArchiveRoots.AddAsync(store, settings.Paths.Where(path => path != "-"), cancellation);
        var replay = new Replay(store, input, rules, settings);
        var summary = await terminal.WithProgressAsync("replaying", progress => replay.RunAsync(progress, cancellation), replay.Rate);
        await ReplayReport.PrintAsync(terminal, store, summary, notes, cancellation);
        if (stats)
        {
            await ReplayStats.PrintAsync(terminal, input, summary, cancellation);
        }

        return summary.Failed.Count > 0 ? ExitCode.Failure : ExitCode.Fine;
    }
}
