using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining;

/// <summary>
/// A store of blocks that supports compare-and-swap. One ledger is one chain, whoever writes to it and from how many processes.
/// <para>Consistency: every read sees every append that returned before it began.</para>
/// <para>Durability: an append that returned <see cref="AppendOutcome.Appended"/> survives the loss of the process and of the machine.</para>
/// <para>Concurrency: all members may be called from any number of threads and processes at once.</para>
/// <para>Retries: an adapter retries throttling itself. An <see cref="IOException"/> from <see cref="AppendAsync"/> means
/// the outcome is unknown: the blocks are all there or none is, and the caller reads the ledger again before it decides.</para>
/// <para>Nothing is ever deleted or changed through this seam.</para>
/// </summary>
public interface ILedgerStore
{
    Task<LedgerHead> ReadHeadAsync(CancellationToken cancellation);

    /// <summary>The blocks of those sources that are sealed; sources that are not are left out.</summary>
    Task<IReadOnlyDictionary<ObjectSource, SealedBlock>> FindAsync(IReadOnlyCollection<ObjectSource> sources, CancellationToken cancellation);

    /// <summary>
    /// In one transaction, and only while the head is still <paramref name="expected"/> and no source is sealed:
    /// adds the blocks and moves the head to the last of them.
    /// </summary>
    /// <param name="expected">The head the blocks were built on.</param>
    /// <param name="blocks">Consecutive from <paramref name="expected"/> on; at most <see cref="Ledger.MostBlocksAnAppend"/>.</param>
    Task<AppendOutcome> AppendAsync(LedgerHead expected, IReadOnlyList<SealedBlock> blocks, CancellationToken cancellation);
}

public enum AppendOutcome
{
    Appended,

    /// <summary>The head had moved or a source was sealed meanwhile; nothing was written.</summary>
    LostRace,
}
