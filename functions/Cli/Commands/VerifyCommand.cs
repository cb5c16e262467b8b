using System.CommandLine;
using System.Text.Json.Nodes;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;
using Sealtrail.Core.Processing;
using Spectre.Console;

namespace Sealtrail.Cli.Commands;

/// <summary>Recomputes everything from the original files.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var paths = CommonOptions.Paths(ArgumentArity.ZeroOrMore);
        paths.Description = "The whole archive: every file or folder that was replayed. Default: where they were replayed from.";
        var (store, output) = (CommonOptions.Store(), CommonOptions.Output());
        var command = new Command("verify", "Recompute everything from the original files and name all damage.") { paths, store, output };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(paths) ?? [], parsed.GetValue(store), new Terminal(parsed.GetValue(output) == "json"), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? storePath, Terminal terminal, CancellationToken cancellation)
    {
        using var store = CommonOptions.OpenStore(storePath);
        var archive = await ArchiveAsync(paths, store, cancellation);
        var ledger = new SqliteLedger(store);
        var report = await terminal.WithProgressAsync("verifying", progress => new LedgerVerifier(ledger, archive).VerifyAsync(progress, cancellation));
        var index = await VerifyIndexAsync(store, archive, report, cancellation);
        var findings = report.Findings.Concat(index.Findings).ToList();
        report = report with { OutOfReach = [.. report.OutOfReach, .. index.OutOfReach] };
        if (terminal.IsJson)
        {
            Terminal.WriteJson(Json(report, findings));
        }
        else
        {
            Print(terminal, store, report, findings);
        }

        return findings.Count > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private static async Task<FolderArchive> ArchiveAsync(string[] paths, SqliteStore store, CancellationToken cancellation)
    {
        if (paths.Length == 0)
        {
            return await ArchiveRoots.OpenAsync(store, cancellation);
        }

        var archive = new FolderArchive();
        foreach (var file in paths.SelectMany(path => FolderFiles.Find(path, _ => { })))
        {
            archive.Add(file);
        }

        return archive;
    }

    /// <summary>Where the originals are sound, the index must say what they say.</summary>
    private static async Task<(IReadOnlyList<Finding> Findings, IReadOnlyList<string> OutOfReach)> VerifyIndexAsync(SqliteStore store, FolderArchive archive, VerifyReport report, CancellationToken cancellation)
    {
        var damaged = report.Findings.Select(finding => finding.Source).ToHashSet();
        var sound = new List<(long, ObjectSource)>();
        await foreach (var block in new SqliteLedger(store).ReadBlocksAsync(cancellation))
        {
            var source = block.Text.Split('\n') is { Length: > 3 } lines && !damaged.Contains(lines[3]) ? ObjectSource.Parse(lines[3]) : null;
            if (source is not null && !source.Uri.StartsWith(StandardInput.Scheme, StringComparison.Ordinal))
            {
                sound.Add((block.Place, source));
            }
        }

        return await new IndexVerifier(new SqliteIndex(store), archive, new ParsingLimits())
            .VerifyAsync(sound, isWhole: sound.Count == report.Head.Size, cancellation);
    }

    private static void Print(Terminal terminal, SqliteStore store, VerifyReport report, List<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var record = finding.Record is { } index ? $" record {index}" : "";
            var source = finding.Source is { } uri ? $" [grey]{Terminal.Safe(ObjectSource.Parse(uri)?.Key ?? uri)}{record}[/]" : "";
            terminal.Write($"[red]{finding.Kind}[/]{source} {Terminal.Safe(finding.Detail)}");
        }

        foreach (var unreachable in report.OutOfReach)
        {
            terminal.Write($"[yellow]not verified[/] {Terminal.Safe(unreachable)}");
        }

        terminal.Write($"{report.Blocks} blocks, {report.Objects} objects and {report.Records} records of {Terminal.Safe(store.Path)} verified; head {report.Head.Size} {report.Head.LeafHash.ToBase64()}");
        terminal.Write(findings.Count == 0 ? "[green]nothing was changed, removed or added[/]" : $"[red]{findings.Count} damages found[/]");
    }

    private static JsonObject Json(VerifyReport report, List<Finding> findings) => new()
    {
        ["sound"] = findings.Count == 0,
        ["blocks"] = report.Blocks,
        ["objects"] = report.Objects,
        ["records"] = report.Records,
        ["head"] = new JsonObject { ["size"] = report.Head.Size, ["hash"] = report.Head.LeafHash.ToBase64() },
        ["findings"] = new JsonArray([.. findings.Select(finding => new JsonObject
        {
            ["kind"] = finding.Kind.ToString(), ["block"] = finding.Block, ["source"] = finding.Source, ["record"] = finding.Record, ["detail"] = finding.Detail,
        })]),
        ["notVerified"] = new JsonArray([.. report.OutOfReach.Select(text => JsonValue.Create(text))]),
    };
}
