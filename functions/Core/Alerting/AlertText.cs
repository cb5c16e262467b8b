using System.Globalization;
using System.Text;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Alerting;

/// <summary>
/// Renders alerts for people. What comes from an event is made harmless first: no control character, line break or
/// direction mark of an attacker's choosing can forge a line or hide a word.
/// </summary>
public static class AlertText
{
    public const int SmsLength = 140;

    private const int LongestField = 300;

    /// <summary>One glance: how bad, what, who, on what, whether it was allowed, where, when. At most 140 characters.</summary>
    public static string Sms(Alert alert)
    {
        var level = alert.Level.ToString().ToUpperInvariant();
        var where = $"{Safe(alert.Account)}/{Safe(alert.Region)}";
        var when = alert.Time is { } time ? time.UtcDateTime.ToString("HH:mm'Z'", CultureInfo.InvariantCulture) : "no time";
        var end = $" {OutcomeWord(alert)}. {Clip(where, 32)} {when}";
        var who = Clip(Safe(alert.Human ?? alert.Who), 26);
        var what = Clip(Safe(alert.What), 34);
        var start = $"{level} {(alert.IsStorm ? "STORM " : "")}{Clip(Safe(alert.Title), 45)}: {who} {what}";
        var room = SmsLength - start.Length - end.Length - 1;
        var resource = alert.Resource is { } name && room >= 6 ? " " + Clip(ShortResource(Safe(name), room), room) : "";
        return Clip(start, SmsLength - end.Length) + resource + end;
    }

    public static string Subject(Alert alert) => Clip($"[{alert.Level.ToString().ToUpperInvariant()}]{(alert.IsStorm ? " storm:" : "")} {Safe(alert.Title)}: {Safe(alert.Human ?? alert.Who)}", 100);

    /// <summary>A plain-text e-mail: one fact a line, then what to do.</summary>
    public static string Email(Alert alert, AlertRepeats repeats)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Safe(alert.Title)} ({alert.Level.ToString().ToLowerInvariant()}{(alert.IsStorm ? ", a storm: the first of many" : "")})\n");
        if (OneLine(alert.Description).Length > 0)
        {
            text.Append(Safe(OneLine(alert.Description))).Append('\n');
        }

        text.Append('\n');
        Line("Who", alert.Who);
        Line("Person", alert.Human is null ? null : alert.HumanEvidence == HumanEvidence.Claimed ? $"{alert.Human} (session name, chosen by the caller)" : alert.Human);
        Line("Role", alert.Role);
        Line("What", alert.What);
        Line("On", alert.Resource);
        Line("Outcome", OutcomeText(alert.Outcome));
        Line("When", alert.Time is { } time ? TimeText.Seconds(time) : "the event gives no time");
        Line("Account", $"{alert.Account}, {alert.Region}");
        Line("From", alert.SourceAddress);
        Line("Event", alert.EventId);
        Line("Sealed in", string.Create(CultureInfo.InvariantCulture, $"block {alert.Block}"));
        Line(alert.IsStorm ? "Storm" : "Repeated", RepeatsText(repeats));
        foreach (var example in repeats.Examples)
        {
            Line("", example);
        }

        if (!alert.NextSteps.IsEmpty)
        {
            text.Append("\nNext steps\n");
            for (var i = 0; i < alert.NextSteps.Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {Safe(OneLine(alert.NextSteps[i]))}\n");
            }
        }

        return text.ToString();

        void Line(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(CultureInfo.InvariantCulture, $"{label,-10} {Clip(Safe(value), LongestField)}\n");
            }
        }
    }

    /// <summary>How many more and over what time; null where there are none.</summary>
    public static string? RepeatsText(AlertRepeats repeats) => repeats.Count == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{repeats.Count} more like this{(repeats is { First: { } first, Last: { } last } ? $", {TimeText.Seconds(first)} to {TimeText.Seconds(last)}" : "")}");

    public static string OutcomeText(Outcome outcome)
    {
        var word = outcome.Kind switch
        {
            OutcomeKind.Success => "succeeded",
            OutcomeKind.Denied => "DENIED",
            _ => "failed",
        };
        var detail = string.Join(": ", new[] { outcome.Code, outcome.Message }.Where(part => !string.IsNullOrEmpty(part)));
        return detail.Length == 0 ? word : $"{word} ({detail})";
    }

    /// <summary>The text on one line, with every character that is not plainly visible written as its code.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsVisible(rune))
            {
                safe.Append(rune.ToString());
            }
            else
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            }
        }

        return safe.ToString();
    }

    /// <summary>The words of a rule's author, whose line breaks mean nothing.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsVisible(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string OutcomeWord(Alert alert) => alert.Outcome.Kind switch
    {
        OutcomeKind.Success => "allowed",
        OutcomeKind.Denied => "DENIED",
        _ => "FAILED",
    };

    /// <summary>Of an ARN what stands after the account, without its type where that is too long: the part that differs.</summary>
    private static string ShortResource(string resource, int room)
    {
        var parts = resource.Split(':', 6);
        var name = parts.Length == 6 && parts[0] == "arn" ? parts[5] : resource;
        var type = name.IndexOfAny(['/', ':']);
        return name.Length > room && type >= 0 ? name[(type + 1)..] : name;
    }

    /// <summary>Cut between characters, never inside one.</summary>
    private static string Clip(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = Math.Max(0, length - 1);
        end -= end > 0 && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
