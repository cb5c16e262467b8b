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

    /// <summary>The same of UTF-8; the one form that CloudTrail writes, <c>2026-11-10T08:00:00Z</c>, costs no string.</summary>
    internal static DateTimeOffset? Parse(JsonValue text)
    {
        if (!text.IsString || text.IsEscaped || text.Raw is not { Length: 20 } raw
            || raw[4] != '-' || raw[7] != '-' || raw[10] != 'T' || raw[13] != ':' || raw[16] != ':' || raw[19] != 'Z'
            || !Number(raw[..4], out var year) || !Number(raw[5..7], out var month) || !Number(raw[8..10], out var day)
            || !Number(raw[11..13], out var hour) || !Number(raw[14..16], out var minute) || !Number(raw[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return Parse(text.Text);
        }

        return new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }

    /// <summary>Whole seconds without a fraction, others with three digits.</summary>
    public static string Seconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString(
            time.UtcTicks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            CultureInfo.InvariantCulture);

    /// <summary>Always three digits of a second.</summary>
    public static string Milliseconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
