using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Alerting;

/// <summary>
/// All that a person needs who is alerted, on its own: who, behind which role, what, where, when, how it ended, and what to do.
/// Texts are CloudTrail's own and may hold anything: <see cref="AlertText"/> renders them safely.
/// </summary>
public sealed record Alert
{
    /// <summary>The same for the same rule and event, however often the event is delivered.</summary>
    public required string Id { get; init; }

    public required string RuleId { get; init; }

    public required string Title { get; init; }

    public required RuleLevel Level { get; init; }

    public required string Description { get; init; }

    public required ImmutableArray<string> NextSteps { get; init; }

    public required string Who { get; init; }

    public string? Human { get; init; }

    public HumanEvidence? HumanEvidence { get; init; }

    /// <summary>The role, or user, that issued the session; null where the actor used its own credentials.</summary>
    public string? Role { get; init; }

    /// <summary>Service and action: <c>iam:CreateUser</c>.</summary>
    public required string What { get; init; }

    public string? Resource { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    public string? SourceAddress { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset? Time { get; init; }

    public required Outcome Outcome { get; init; }

    public required string EventId { get; init; }

    public required long Block { get; init; }

    /// <summary>Stands for a rule that matched too often to alert on each: its facts are those of the first match of the storm.</summary>
    public bool IsStorm { get; init; }

    public static Alert Of(RuleSummary rule, AuditEvent e, long block) => new()
    {
        Id = IdOf(rule.Id, e.Id.Value),
        RuleId = rule.Id,
        Title = rule.Title,
        Level = rule.Level,
        Description = rule.Description,
        NextSteps = rule.NextSteps,
        Who = e.Actor.Name,
        Human = e.Actor.Human?.Name,
        HumanEvidence = e.Actor.Human?.Evidence,
        Role = e.Actor.Issuer,
        What = $"{e.ServiceName}:{e.Action}",
        Resource = e.Resources.IsEmpty ? null : e.Resources[0],
        Account = e.Account,
        Region = e.Region,
        SourceAddress = e.Origin.Address,
        Time = e.Time,
        Outcome = e.Outcome,
        EventId = e.Id.Value,
        Block = block,
    };

    public static Alert StormOf(RuleSummary rule, AuditEvent e, long block) =>
        Of(rule, e, block) with { Id = StormIdOf(rule.Id, e.Id.Value), IsStorm = true };

    public static string StormIdOf(string ruleId, string eventId) => IdOf($"{ruleId}\nstorm", eventId);

    public static string IdOf(string ruleId, string eventId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ruleId}\n{eventId}")).AsSpan(0, 16));
}
