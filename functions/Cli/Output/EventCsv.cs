using System.Globalization;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;

namespace Sealtrail.Cli.Output;

/// <summary>
/// Events as CSV (RFC 4180). A field that a spreadsheet would take for a formula gets an apostrophe before it: the texts are
/// those of whoever made the call.
/// </summary>
internal static class EventCsv
{
    public const string Header = "time,person,actor,actor_arn,service,action,resources,outcome,error,account,region,source,user_agent,read_only,event_id,block,record";

    public static string Line(IndexedEvent indexed)
    {
        var e = indexed.Event;
        string?[] fields =
        [
            e.Time is { } time ? TimeText.Seconds(time) : "", e.Actor.Human?.Name, e.Actor.Name, e.Actor.Arn, e.Service, e.Action,
            string.Join(' ', e.Resources), e.Outcome.Kind.ToString(), e.Outcome.Code, e.Account, e.Region, e.Origin.Address, e.Origin.UserAgent,
            e.ReadOnly?.ToString(), e.Id.Value, indexed.Block.ToString(CultureInfo.InvariantCulture), e.Place.Index.ToString(CultureInfo.InvariantCulture),
        ];
        return string.Join(',', fields.Select(Field));
    }

    private static string Field(string? text)
    {
        var safe = AlertText.Safe(text ?? "");
        safe = safe.Length > 0 && safe[0] is '=' or '+' or '-' or '@' ? "'" + safe : safe;
        return safe.AsSpan().ContainsAny('"', ',') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
