using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>The original objects, as an auditor reaches them: a bucket, or a folder with a copy of one.</summary>
public interface IArchiveReader
{
    /// <summary>Every object that should have a block, as its source is written in the ledger.</summary>
    IAsyncEnumerable<ObjectSource> ListAsync(CancellationToken cancellation);

    /// <summary>
    /// The object as it stands now. A folder keeps one version of a file, and opens that one whatever version is asked for.
    /// </summary>
    Task<OpenedObject> OpenAsync(ObjectSource source, CancellationToken cancellation);
}

/// <summary>An object's bytes; or none, with the reason.</summary>
/// <param name="Content">The object as stored, not inflated. The caller disposes it.</param>
/// <param name="Absence">Why there is no content: a sentence for a person. Null where there is.</param>
/// <param name="OutOfReach">The object was never kept where an auditor could look (standard input): no damage, but no proof.</param>
public sealed record OpenedObject(Stream? Content, string? Absence, bool OutOfReach = false);
