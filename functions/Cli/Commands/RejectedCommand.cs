using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Events;

namespace Sealtrail.Cli.Commands;

/// <summary>Lists what was rejected: file, position and reason.</summary>
internal static class RejectedCommand
{
    public static Command Create()
    {
        var (store, output) = (CommonOptions.Store(), CommonOptions.Output());
        var command = new Command("rejected", "List what did not become an event, with file, position and reason.") { store, output };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(store), new Terminal(parsed.GetValue(output) == "json"), cancellation));
        return command;
    }

    public static string Place(Rejection rejection) => string.Create(
        CultureInfo.InvariantCulture, $"{(rejection.Index is { } index ? $"record {index}" : "no record")}, byte {rejection.Offset}, {rejection.Length} bytes");

    private static async Task<int> RunAsync(string? storePath, Terminal terminal, CancellationToken cancellation)
    {
        using var store = CommonOptions.OpenStore(storePath);
        var count = 0;
        await foreach (var (block, rejection) in new SqliteIndex(store).ReadRejectionsAsync(cancellation))
        {
            count++;
            if (terminal.IsJson)
            {
                Terminal.WriteJsonLine(new JsonObject
                {
                    ["block"] = block, ["source"] = rejection.Source.Uri, ["file"] = rejection.Source.Key, ["place"] = rejection.Index,
                    ["offset"] = rejection.Offset, ["length"] = rejection.Length, ["reason"] = rejection.Reason,
                });
            }
            else
            {
                terminal.Write($"[bold]{Terminal.Safe(rejection.Source.Key)}[/] {Place(rejection)} [grey](block {block})[/]: {Terminal.Safe(rejection.Reason)}");
            }
        }

        if (!terminal.IsJson)
        {
            terminal.Note($"[grey]{count} rejected; their bytes stay in the archive, sealed[/]");
        }

        return ExitCode.Fine;
    }
}
