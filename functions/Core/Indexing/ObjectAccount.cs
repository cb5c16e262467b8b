using System.Collections.Immutable;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>
/// What became of every record of an object. Always <c>Received = Indexed + Duplicates + Rejected</c>:
/// one that does not add up cannot be made.
/// </summary>
public sealed record ObjectAccount
{
    public ObjectAccount(ObjectSource source, long block, long received, long indexed, long duplicates, long rejected)
    {
        if (received != indexed + duplicates + rejected)
        {
            throw new InvalidOperationException(
                $"{source}: {received} records received, but {indexed} indexed + {duplicates} duplicates + {rejected} rejected");
        }

        (Source, Block, Received, Indexed, Duplicates, Rejected) = (source, block, received, indexed, duplicates, rejected);
    }

    public ObjectSource Source { get; }

    public long Block { get; }

    public long Received { get; }

    public long Indexed { get; }

    public long Duplicates { get; }

    public long Rejected { get; }

    /// <summary>The rejections; of very many the first, and one that counts the rest.</summary>
    public ImmutableArray<Rejection> Rejections { get; init; } = [];

    /// <summary>The record leaves in file order, 32 bytes each: they let verification name the record at fault.</summary>
    public ReadOnlyMemory<byte> Leaves { get; init; }
}

/// <summary>The sums over all objects of a store.</summary>
public sealed record IndexTotals(long Objects, long Received, long Indexed, long Duplicates, long Rejected);
