using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;

namespace Sealtrail.Cli.Output;

/// <summary>An alert as a few lines of the terminal.</summary>
internal static class AlertView
{
    public static void Card(Terminal terminal, Alert alert, AlertRepeats repeats, EventNotes notes)
    {
        var labels = notes.LabelsOf(alert);
        var level = alert.Level.ToString().ToUpperInvariant();
        var colour = alert.Level switch
        {
            RuleLevel.Critical => "white on red",
            RuleLevel.High => "red",
            RuleLevel.Medium => "yellow",
            _ => "grey",
        };
        var person = alert.Human is { } human && human != alert.Who ? $" ({Terminal.Safe(human)})" : "";
        terminal.Write($"[{colour}]{level,-8}[/] {EventView.Time(alert.Time)} [bold]{(alert.IsStorm ? "STORM: " : "")}{Terminal.Safe(alert.Title)}[/]");
        terminal.Write($"         [bold]{Terminal.Safe(EventNotes.With(alert.Who, labels.Actor))}[/]{person} did {Terminal.Safe(alert.What)}{On(alert)}: {Terminal.Safe(AlertText.OutcomeText(alert.Outcome))}");
        var where = $"{EventNotes.With(alert.Account, labels.Account)}/{alert.Region}";
        var from = alert.SourceAddress is { } address ? notes.Address(address) : "-";
        terminal.Write($"         [grey]{Terminal.Safe(where)} from {Terminal.Safe(from)}, event {Terminal.Safe(alert.EventId)}, block {alert.Block}[/]");
        if (AlertText.RepeatsText(repeats) is { } more)
        {
            var examples = alert.IsStorm ? $": {string.Join("; ", repeats.Examples)}" : "";
            terminal.Write($"         and {Terminal.Safe(more + examples)}");
        }

        if (!alert.NextSteps.IsEmpty && alert.Level >= RuleLevel.Medium)
        {
            terminal.Write($"         next: {Terminal.Safe(alert.NextSteps[0])}");
        }
    }

    private static string On(Alert alert) => alert.Resource is { } resource ? $" on {Terminal.Safe(resource)}" : "";
}
