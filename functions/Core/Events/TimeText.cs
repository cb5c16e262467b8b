using System.Globalization;

namespace Sealtrail.Core.Events;

/// <summary>CloudTrail and ledger times: RFC 3339, always written in UTC.</summary>
public static class TimeText
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mm:ssK",
    ];

    /// <summary>Null for text that is no time, or that names no offset from UTC.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        text is { Length: >= 20 and <= 40 }
        && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    /// <summary>Whole seconds without a fraction, others with three digits.</summary>
    public static string Seconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString(
            time.UtcTicks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            CultureInfo.InvariantCulture);

    /// <summary>Always three digits of a second.</summary>
    public static string Milliseconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
