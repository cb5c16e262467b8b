namespace Sealtrail.Core.Chaining.Verifying;

public enum FindingKind
{
    BlockAltered,
    BlockMissing,
    BlockAdded,
    BlockReordered,
    HeadAltered,
    ObjectMissing,
    ObjectAltered,

    /// <summary>An object that no block covers.</summary>
    ObjectAdded,
    RecordAltered,
    RecordMissing,
    RecordAdded,
    RecordReordered,

    /// <summary>The search index says other than the sealed records do.</summary>
    IndexAltered,
    IndexMissing,
    IndexAdded,
}

/// <summary>One damage, by name and place.</summary>
/// <param name="Block">Index of the block at fault or that covers the object; null where there is none.</param>
/// <param name="Source">The object's source; null for damage of the chain alone.</param>
/// <param name="Record">Position among the object's records, from 0.</param>
/// <param name="Detail">One sentence for a person.</param>
public sealed record Finding(FindingKind Kind, long? Block, string? Source, int? Record, string Detail);
