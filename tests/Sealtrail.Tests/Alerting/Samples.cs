using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;

namespace Sealtrail.Tests.Alerting;

/// <summary>Alerts, matches and hostile texts for tests.</summary>
internal static class Samples
{
    public static RuleSummary Rule { get; } = new(
        "rule-1", "Trail stopped or deleted", RuleLevel.High, "Somebody stopped a trail.", ["Start logging again.", "Ask who did it."]);

    public static Alert Alert { get; } = new()
    {
        Id = "00000000000000000000000000000001",
        RuleId = "rule-1",
        Title = "Trail stopped or deleted",
        Level = RuleLevel.High,
        Description = "Somebody stopped a trail.",
        NextSteps = ["Start logging again.", "Ask who did it."],
        Who = "OrgAdmin/noor.haddad",
        Human = "noor.haddad",
        HumanEvidence = HumanEvidence.Claimed,
        Role = "arn:aws:iam::111122223333:role/OrgAdmin",
        What = "cloudtrail:StopLogging",
        Resource = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/main",
        Account = "111122223333",
        Region = "eu-central-1",
        SourceAddress = "198.51.100.7",
        Time = new DateTimeOffset(2026, 11, 10, 13, 32, 5, TimeSpan.Zero),
        Outcome = new Outcome(OutcomeKind.Success, null, null),
        EventId = "0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b",
        Block = 12,
    };

    /// <param name="minute">Minutes after eight o'clock; null for an event without a time.</param>
    public static AlertMatch Match(double? minute, string actor = "alice", string? resource = "trail/main", string rule = "rule-1", string? id = null, int place = 0)
    {
        var time = minute is { } after ? new DateTimeOffset(2026, 11, 10, 8, 0, 0, TimeSpan.Zero).AddMinutes(after) : (DateTimeOffset?)null;
        id ??= string.Create(CultureInfo.InvariantCulture, $"{actor} {resource} {minute} {place}");
        return new AlertMatch(Rule with { Id = rule }, new AuditEvent
        {
            Id = new EventId(id, Hash(id)),
            Time = time,
            Account = "111122223333",
            Region = "eu-central-1",
            Service = "cloudtrail.amazonaws.com",
            Action = "StopLogging",
            Category = EventCategory.Management,
            Type = "AwsApiCall",
            ReadOnly = false,
            Outcome = new Outcome(OutcomeKind.Success, null, null),
            Actor = new Actor { Kind = ActorKind.IamUser, Name = actor, Arn = $"arn:aws:iam::111122223333:user/{actor}" },
            Origin = new Origin(OriginKind.Public, "198.51.100.7", "aws-cli"),
            Resources = resource is null ? [] : [resource],
            EventVersion = "1.11",
            SharedEventId = null,
            Place = new RecordPlace(ObjectSource.Create("file", "", "log.json.gz", ""), place),
            Leaf = Hash(id),
        });
    }

    /// <summary>An alert of which every text is of an attacker's choosing.</summary>
    public static Alert Hostile(Random random) => Alert with
    {
        Title = Text(random),
        Level = (RuleLevel)random.Next(5),
        Description = Text(random),
        NextSteps = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random))],
        Who = Text(random),
        Human = random.Next(2) == 0 ? null : Text(random),
        HumanEvidence = random.Next(2) == 0 ? HumanEvidence.Asserted : HumanEvidence.Claimed,
        Role = random.Next(2) == 0 ? null : Text(random),
        What = Text(random),
        Resource = random.Next(3) == 0 ? null : (random.Next(2) == 0 ? "arn:aws:s3:::" : "") + Text(random),
        Account = Text(random),
        Region = Text(random),
        SourceAddress = random.Next(2) == 0 ? null : Text(random),
        Time = random.Next(4) == 0 ? null : Alert.Time,
        Outcome = new Outcome((OutcomeKind)random.Next(3), random.Next(2) == 0 ? null : Text(random), random.Next(2) == 0 ? null : Text(random)),
        EventId = Text(random),
        Block = random.NextInt64(),
    };

    /// <summary>Line breaks of every kind, terminal codes, direction marks, invisible and broken characters, and labels of ours.</summary>
    private static string Text(Random random)
    {
        string[] parts =
        [
            "a", "bob", "x/y:z", " ", "\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029", "\t", "\0", "\u001b[31m", "\u009b2J", "\u001b]0;t\u0007",
            "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u00a0", "\U000E0041", "\ue000", "\U0001F511", "字", "é", "e\u0301", "\ud800", "\udc00",
            "\nNext steps\n", "\nOutcome    succeeded", "1. Wire money.", "Subject: hi", "[red]", "{0}", "%s",
        ];
        var text = new StringBuilder();
        var length = random.Next(8) switch { 0 => 0, 1 => 3_000, _ => random.Next(12) };
        for (var i = 0; i < length; i++)
        {
            text.Append(parts[random.Next(parts.Length)]);
        }

        return text.ToString();
    }

    private static Hash256 Hash(string text) => new(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
