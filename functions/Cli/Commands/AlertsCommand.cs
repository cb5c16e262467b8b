using System.CommandLine;
using System.Text.Json.Nodes;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;

namespace Sealtrail.Cli.Commands;

/// <summary>Lists the alerts of a store, newest first.</summary>
internal static class AlertsCommand
{
    public static Command Create()
    {
        var level = new Option<string>("--level") { Description = "This level and above.", DefaultValueFactory = _ => "informational", HelpName = "LEVEL" };
        var rule = new Option<string?>("--rule") { Description = "Only of the rule with this id.", HelpName = "ID" };
        var since = new Option<string?>("--since") { Description = "From this time on (UTC).", HelpName = "TIME" };
        var until = new Option<string?>("--until") { Description = "Before this time (UTC).", HelpName = "TIME" };
        var style = new Option<string>("--as") { Description = "card, sms or email.", DefaultValueFactory = _ => "card", HelpName = "STYLE" };
        style.AcceptOnlyFromAmong("card", "sms", "email");
        var (labels, geo) = (CommonOptions.Labels(), CommonOptions.Geo());
        var (store, output) = (CommonOptions.Store(), CommonOptions.Output());
        var command = new Command("alerts", "List alerts, newest first.") { level, rule, since, until, style, labels, geo, store, output };
        command.SetAction((parsed, cancellation) => RunAsync(
            new AlertQuery
            {
                Least = CommonOptions.Level(parsed.GetValue(level)!),
                RuleId = parsed.GetValue(rule),
                Since = CommonOptions.Time(parsed.GetValue(since), "--since"),
                Until = CommonOptions.Time(parsed.GetValue(until), "--until"),
            },
            parsed.GetValue(style)!, EventNotes.Open(parsed.GetValue(labels), parsed.GetValue(geo) ?? []), parsed.GetValue(store), new Terminal(parsed.GetValue(output) == "json"), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(AlertQuery query, string style, EventNotes notes, string? storePath, Terminal terminal, CancellationToken cancellation)
    {
        using var store = CommonOptions.OpenStore(storePath);
        var count = 0;
        await foreach (var (alert, repeats) in new SqliteAlerts(store).ReadAsync(query, cancellation))
        {
            count++;
            if (terminal.IsJson)
            {
                var json = JsonNode.Parse(AlertJson.Write(alert))!.AsObject();
                json["suppressed"] = repeats.Count;
                json["suppressedFirst"] = repeats.First is { } first ? TimeText.Seconds(first) : null;
                json["suppressedLast"] = repeats.Last is { } last ? TimeText.Seconds(last) : null;
                json["examples"] = new JsonArray([.. repeats.Examples.Select(example => JsonValue.Create(example))]);
                notes.AddTo(json, alert);
                Terminal.WriteJsonLine(json);
            }
            else if (style == "card")
            {
                AlertView.Card(terminal, alert, repeats, notes);
            }
            else
            {
                await Console.Out.WriteLineAsync(style == "sms" ? AlertText.Sms(alert) : $"Subject: {AlertText.Subject(alert)}\n\n{AlertText.Email(alert, repeats)}");
            }
        }

        if (!terminal.IsJson)
        {
            terminal.Note($"[grey]{count} alerts[/]");
        }

        return ExitCode.Fine;
    }
}
