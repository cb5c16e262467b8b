using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;

namespace Sealtrail.Cli.Output;

/// <summary>
/// Publishes alerts to the terminal: those of medium and above as cards, in their order; the lesser ones as one line a rule.
/// With JSON asked for it prints nothing: the alerts are read with <c>sealtrail alerts --output json</c>.
/// </summary>
internal sealed class TerminalNotifier(Terminal terminal, EventNotes notes) : INotifier
{
    private readonly Dictionary<string, (Alert First, int Count)> _lesser = [];

    public Task PublishAsync(Alert alert, AlertRepeats repeats, CancellationToken cancellation)
    {
        if (terminal.IsJson)
        {
            return Task.CompletedTask;
        }

        if (alert.Level >= RuleLevel.Medium)
        {
            AlertView.Card(terminal, alert, repeats, notes);
        }
        else
        {
            _lesser[alert.RuleId] = _lesser.TryGetValue(alert.RuleId, out var before) ? (before.First, before.Count + 1) : (alert, 1);
        }

        return Task.CompletedTask;
    }

    public void Finish()
    {
        foreach (var (first, count) in _lesser.Values.OrderByDescending(lesser => lesser.First.Level).ThenByDescending(lesser => lesser.Count))
        {
            terminal.Write($"[grey]{first.Level.ToString().ToUpperInvariant(),-8} {count,3} × {Terminal.Safe(first.Title)}[/]");
        }

        if (_lesser.Count > 0)
        {
            terminal.Write("[grey]all of them: sealtrail alerts[/]");
        }
    }
}
