namespace Sealtrail.Core.Alerting;

/// <summary>What keeps a noisy rule from drowning the others.</summary>
/// <param name="Window">How far apart in event time two alerts of one rule, actor and resource must be.</param>
/// <param name="MostOfARule">How many alerts of one rule may stand within a window; what comes on top is one storm.</param>
public sealed record AlertLimits(TimeSpan Window, int MostOfARule)
{
    /// <summary>An hour, and ten.</summary>
    public static AlertLimits Default { get; } = new(TimeSpan.FromHours(1), 10);

    /// <summary>Whether an alert of <paramref name="alert"/> stands for a match of <paramref name="match"/>. Events come late and out of order; without a time either does.</summary>
    public bool Covers(DateTimeOffset? alert, DateTimeOffset? match) =>
        alert is null || match is null || (match.Value - alert.Value).Duration() < Window;
}
