using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Indexing;
using Sealtrail.Core.Processing;

namespace Sealtrail.Cli.Commands;

/// <summary>Shows one event, and its record from the archive as it was sealed.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("EVENT-ID") { Description = "CloudTrail's eventID." };
        var raw = new Option<bool>("--raw") { Description = "Also print the record, byte for byte as it was sealed." };
        var (labels, geo) = (CommonOptions.Labels(), CommonOptions.Geo());
        var (store, output) = (CommonOptions.Store(), CommonOptions.Output());
        var command = new Command("show", "Show an event, and its record as it stands in the archive.") { id, raw, labels, geo, store, output };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(id)!, parsed.GetValue(raw), EventNotes.Open(parsed.GetValue(labels), parsed.GetValue(geo) ?? []), parsed.GetValue(store),
            new Terminal(parsed.GetValue(output) == "json"), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string id, bool raw, EventNotes notes, string? storePath, Terminal terminal, CancellationToken cancellation)
    {
        using var store = CommonOptions.OpenStore(storePath);
        var found = await new SqliteIndex(store).FindAsync(id, cancellation);
        if (found.Count == 0)
        {
            terminal.Note($"sealtrail: there is no event {Terminal.Safe(id)} in {Terminal.Safe(store.Path)}");
            return ExitCode.Findings;
        }

        if (found.Count > 1)
        {
            terminal.Note($"[yellow]{found.Count} different records carry this event id[/]; all are shown");
        }

        var archive = await ArchiveRoots.OpenAsync(store, cancellation);
        foreach (var indexed in found)
        {
            var record = await ReadAsync(archive, indexed, cancellation);
            if (terminal.IsJson)
            {
                var json = EventView.Json(indexed, notes);
                json["record"] = record.Json is null ? null : JsonNode.Parse(record.Json, documentOptions: new JsonDocumentOptions { MaxDepth = 4096 });
                json["recordProblem"] = record.Problem;
                Terminal.WriteJson(json);
                continue;
            }

            EventView.Card(terminal, indexed, notes);
            terminal.Write(record.Problem is null
                ? $"[grey]The record stands in the archive byte for byte as it was sealed{(raw ? ":" : "; --raw prints it")}[/]"
                : $"[red]The record is not in the archive as it was sealed:[/] {Terminal.Safe(record.Problem)}");
            if (raw && record.Json is not null)
            {
                terminal.Write(Terminal.Safe(record.Json));
            }
        }

        return ExitCode.Fine;
    }

    private static async Task<(string? Json, string? Problem)> ReadAsync(IObjectArchive archive, IndexedEvent indexed, CancellationToken cancellation)
    {
        try
        {
            return await RecordFetcher.FetchAsync(archive, indexed.Event, cancellation) is { } bytes
                ? (System.Text.Encoding.UTF8.GetString(bytes), null)
                : (null, "the object holds no such record any more");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, unreadable.Message);
        }
    }
}
