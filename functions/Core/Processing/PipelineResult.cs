using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;

namespace Sealtrail.Core.Processing;

public enum ObjectStatus
{
    /// <summary>All its effects are in place.</summary>
    Done,

    /// <summary>It was done before; nothing was written.</summary>
    DoneBefore,

    /// <summary>It could not be read, or contradicts its block; nothing is acknowledged, and it may be tried again.</summary>
    Failed,
}

/// <summary>What became of one object.</summary>
/// <param name="Account">Null where it failed.</param>
/// <param name="IsNewBlock">Whether this call sealed it.</param>
/// <param name="Problem">Why it failed.</param>
public sealed record ObjectResult(
    ObjectSource Source, ObjectStatus Status, ObjectAccount? Account, bool IsNewBlock, long Alerts, long Suppressed, long InflatedBytes, string? Problem);
