using System.CommandLine;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Indexing;

namespace Sealtrail.Cli.Commands;

/// <summary>Looks events up, newest first.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 100;

    public static Command Create()
    {
        var actor = Text("--actor", "Who: a user, role, session, ARN or person. In all texts * and ? are wildcards.");
        var resource = Text("--resource", "On what: an ARN or its last part.");
        var action = Text("--action", "What: CreateUser or iam:CreateUser.");
        var ip = Text("--ip", "From this address.");
        var key = Text("--key", "With this access key.");
        var account = Text("--account", "In this account.");
        var region = Text("--region", "In this region.");
        var since = Text("--since", "From this time on (UTC): 2026-11-10, 2026-11-10T13:00:00Z, or how long ago: 90m, 2h, 7d, 4w.");
        var until = Text("--until", "Before this time (UTC), written likewise.");
        var failed = new Option<bool>("--failed") { Description = "Only denied and failed calls." };
        var limit = new Option<int>("--limit") { Description = "At most so many.", DefaultValueFactory = _ => DefaultLimit, HelpName = "N" };
        var (labels, geo) = (CommonOptions.Labels(), CommonOptions.Geo());
        var (store, output) = (CommonOptions.Store(), CommonOptions.Output("csv"));
        var command = new Command("search", "Find events, newest first; all conditions must hold.")
        {
            actor, resource, action, ip, key, account, region, since, until, failed, limit, labels, geo, store, output,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            new EventQuery
            {
                Actor = parsed.GetValue(actor),
                Resource = parsed.GetValue(resource),
                Action = parsed.GetValue(action),
                SourceAddress = parsed.GetValue(ip),
                AccessKey = parsed.GetValue(key),
                Account = parsed.GetValue(account),
                Region = parsed.GetValue(region),
                Since = CommonOptions.Time(parsed.GetValue(since), "--since"),
                Until = CommonOptions.Time(parsed.GetValue(until), "--until"),
                FailedOnly = parsed.GetValue(failed),
            },
            parsed.GetValue(limit), EventNotes.Open(parsed.GetValue(labels), parsed.GetValue(geo) ?? []), parsed.GetValue(store), parsed.GetValue(output)!, cancellation));
        return command;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };

    private static async Task<int> RunAsync(
        EventQuery query, int limit, EventNotes notes, string? storePath, string output, CancellationToken cancellation)
    {
        if (limit <= 0)
        {
            throw new UsageException("--limit must be at least 1");
        }

        var terminal = new Terminal(json: output != "text");
        if (output == "csv")
        {
            await Console.Out.WriteLineAsync(EventCsv.Header);
        }

        using var store = CommonOptions.OpenStore(storePath);
        var (shown, more) = (0, false);
        await foreach (var found in new EventSearch(new SqliteIndex(store)).RunAsync(query, cancellation))
        {
            if (shown == limit)
            {
                more = true;
                break;
            }

            shown++;
            if (output == "csv")
            {
                await Console.Out.WriteLineAsync(EventCsv.Line(found));
            }
            else if (output == "json")
            {
                Terminal.WriteJsonLine(EventView.Json(found, notes));
            }
            else
            {
                terminal.Write(EventView.Line(found.Event, notes));
            }
        }

        if (more || output == "text")
        {
            terminal.Note(more ? $"[grey]{shown} events, and more: raise --limit or narrow the search[/]" : $"[grey]{shown} events[/]");
        }

        return ExitCode.Fine;
    }
}
