namespace Sealtrail.Core.Alerting;

/// <summary>The suppression window, by event time: events may come late and out of order.</summary>
public static class AlertWindow
{
    /// <summary>Whether an alert of <paramref name="alert"/> suppresses a match of <paramref name="match"/>. Without a time either does.</summary>
    public static bool Covers(DateTimeOffset? alert, DateTimeOffset? match, TimeSpan window) =>
        alert is null || match is null || (match.Value - alert.Value).Duration() < window;
}
