namespace Sealtrail.Core.Events;

/// <summary>CloudTrail's <c>eventCategory</c>; records before version 1.08 have none and are told by <c>managementEvent</c>.</summary>
public enum EventCategory
{
    Management,
    Data,
    NetworkActivity,
    Insight,
}
