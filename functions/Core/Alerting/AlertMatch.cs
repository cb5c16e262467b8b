using Sealtrail.Core.Events;

namespace Sealtrail.Core.Alerting;

/// <summary>An indexed event that a rule matched.</summary>
public sealed record AlertMatch(RuleSummary Rule, AuditEvent Event)
{
    /// <summary>Matches that share it within the window are one alert: rule, actor and resource.</summary>
    internal string Key => $"{Rule.Id}\n{Event.Actor.Arn ?? Event.Actor.Name}\n{(Event.Resources.IsEmpty ? "" : Event.Resources[0])}";

    /// <summary>The key of all matches that a storm of the rule takes up.</summary>
    internal string StormKey => $"{Rule.Id}\nstorm";
}
