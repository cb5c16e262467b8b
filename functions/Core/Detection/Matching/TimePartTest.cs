using System.Globalization;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection.Matching;

internal enum TimePart
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>A part of a time, in UTC as CloudTrail writes it, compared with a number; the week is that of ISO 8601. False for what is no time.</summary>
internal sealed class TimePartTest(TimePart part, NumberRelation relation, decimal bound) : ValueTest
{
    public override bool Matches(LeafText leaf) =>
        leaf.Plain.Length <= 40 && TimeText.Parse(leaf.Text) is { } time && relation.Holds(Part(time.UtcDateTime), bound);

    private int Part(DateTime time) => part switch
    {
        TimePart.Minute => time.Minute,
        TimePart.Hour => time.Hour,
        TimePart.Day => time.Day,
        TimePart.Week => ISOWeek.GetWeekOfYear(time),
        TimePart.Month => time.Month,
        _ => time.Year,
    };
}
