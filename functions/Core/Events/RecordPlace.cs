namespace Sealtrail.Core.Events;

/// <summary>Where a record stands: its object, and its position among the object's records, from 0.</summary>
public sealed record RecordPlace(ObjectSource Source, int Index);
