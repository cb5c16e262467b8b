using System.Globalization;
using System.Text.Json.Nodes;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;

namespace Sealtrail.Cli.Output;

/// <summary>An event as a line, a card and JSON.</summary>
internal static class EventView
{
    /// <summary>Time, who, what, on what, how it ended, from where, with what.</summary>
    public static string Line(AuditEvent e, EventNotes notes)
    {
        var labels = notes.LabelsOf(e);
        var outcome = e.Outcome.Kind switch
        {
            OutcomeKind.Success => "[green]ok[/]",
            OutcomeKind.Denied => "[red]denied[/]",
            _ => "[yellow]failed[/]",
        };
        var resource = e.Resources.IsEmpty ? "" : $" {Terminal.Safe(e.Resources[0])}";
        return $"{Time(e.Time)} [bold]{Terminal.Safe(EventNotes.With(Who(e.Actor), labels.Actor))}[/] {Terminal.Safe($"{e.ServiceName}:{e.Action}")}{resource} {outcome} "
            + $"[grey]{Terminal.Safe($"{EventNotes.With(e.Account, labels.Account)}/{e.Region}")} from {Terminal.Safe(From(e, notes) ?? "-")}"
            + $"{(e.Tool is { } tool ? $" with {Terminal.Safe(tool.Name)}" : "")} {Terminal.Safe(e.Id.Value)}[/]";
    }

    public static void Card(Terminal terminal, IndexedEvent indexed, EventNotes notes)
    {
        var e = indexed.Event;
        var labels = notes.LabelsOf(e);
        Row("Event", e.Id.Value);
        Row("When", Time(e.Time));
        Row("Who", EventNotes.With(e.Actor.Name, labels.Actor));
        Row("Person", e.Actor.Human is { } human ? human.Name + (human.Evidence == HumanEvidence.Claimed ? " (session name, chosen by the caller)" : "") : null);
        Row("Kind", e.Actor.Kind.ToString());
        Row("ARN", e.Actor.Arn);
        Row("Role", e.Actor.Issuer);
        Row("MFA", e.Actor.Mfa switch { true => "yes", false => "no", null => null });
        Row("Access key", e.Actor.AccessKey);
        Row("Invoked by", e.Actor.InvokedBy);
        Row("What", $"{e.ServiceName}:{e.Action} ({e.Category}{(e.ReadOnly == true ? ", read only" : "")})");
        foreach (var resource in e.Resources)
        {
            Row("On", resource);
        }

        Row("Outcome", AlertText.OutcomeText(e.Outcome));
        Row("Account", $"{EventNotes.With(e.Account, labels.Account)}, {e.Region}");
        Row("From", From(e, notes) is { } from ? $"{from} ({e.Origin.Kind})" : null);
        Row("Tool", e.Tool is { } tool ? tool.Name + (tool.Evidence == ToolEvidence.Claimed ? " (user agent, chosen by the caller)" : "") : null);
        Row("User agent", e.Origin.UserAgent);
        Row("Sealed in", string.Create(CultureInfo.InvariantCulture, $"block {indexed.Block}, record {e.Place.Index} of {e.Place.Source.Key}"));

        void Row(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                terminal.Write($"[grey]{label,-11}[/] {Terminal.Safe(value)}");
            }
        }
    }

    public static JsonObject Json(IndexedEvent indexed, EventNotes notes)
    {
        var json = JsonNode.Parse(EventJson.Write(indexed.Event))!.AsObject();
        notes.AddTo(json, indexed.Event);
        json["block"] = indexed.Block;
        return json;
    }

    public static string Time(DateTimeOffset? time) => time is { } at ? TimeText.Seconds(at) : "no time";

    private static string? From(AuditEvent e, EventNotes notes) => e.Origin.Address is { } address ? notes.Address(address) : null;

    /// <summary>The person first, then the role; the session's name is not said twice.</summary>
    private static string Who(Actor actor)
    {
        if (actor.Human is not { } human || human.Name == actor.Name)
        {
            return actor.Name;
        }

        var behind = actor.Name.EndsWith("/" + human.Name, StringComparison.Ordinal) ? actor.Name[..^(human.Name.Length + 1)] : actor.Name;
        return $"{human.Name} ({behind})";
    }
}
