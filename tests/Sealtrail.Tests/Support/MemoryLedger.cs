using System.Runtime.CompilerServices;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;

namespace Sealtrail.Tests.Support;

/// <summary>How an append of <see cref="MemoryLedger"/> goes wrong.</summary>
internal enum LedgerFault
{
    None,

    /// <summary>An <see cref="IOException"/>, and nothing was written.</summary>
    FailBefore,

    /// <summary>An <see cref="IOException"/>, but everything was written.</summary>
    FailAfter,

    /// <summary>An <see cref="IOException"/>, and the store decides at a later step.</summary>
    FailLate,
}

/// <summary>A ledger store in memory, with fault hooks.</summary>
internal sealed class MemoryLedger : ILedgerStore, ILedgerReader
{
    private readonly Lock _gate = new();
    private readonly List<SealedBlock> _blocks = [];
    private readonly List<int> _appended = [];
    private int _tries;

    /// <summary>Asked at every append, with its number from 0, before it takes effect. May itself write to the ledger, as another would.</summary>
    public Func<int, LedgerFault> OnAppend { get; set; } = _ => LedgerFault.None;

    /// <summary>Awaited before every call: where others get their turn.</summary>
    public Func<Task> Turn { get; set; } = async () => await Task.Yield();

    public Action<Action> Later { get; set; } = work => work();

    public int Tries => _tries;

    /// <summary>How many blocks each append that took effect added.</summary>
    public IReadOnlyList<int> Appended => _appended;

    public IReadOnlyList<SealedBlock> Blocks
    {
        get
        {
            lock (_gate)
            {
                return [.. _blocks];
            }
        }
    }

    public async Task<LedgerHead> ReadHeadAsync(CancellationToken cancellation)
    {
        await Turn();
        lock (_gate)
        {
            return Head;
        }
    }

    public async Task<IReadOnlyDictionary<ObjectSource, SealedBlock>> FindAsync(IReadOnlyCollection<ObjectSource> sources, CancellationToken cancellation)
    {
        await Turn();
        return Blocks.Where(block => sources.Any(source => source.Uri == block.Source)).ToDictionary(block => ObjectSource.Parse(block.Source)!);
    }

    public async Task<AppendOutcome> AppendAsync(LedgerHead expected, IReadOnlyList<SealedBlock> blocks, CancellationToken cancellation)
    {
        await Turn();
        switch (OnAppend(Interlocked.Increment(ref _tries) - 1))
        {
            case LedgerFault.FailBefore:
                throw new IOException("the connection broke before the store heard of it");
            case LedgerFault.FailAfter:
                Append(expected, blocks);
                throw new IOException("the connection broke before the answer came");
            case LedgerFault.FailLate:
                Later(() => Append(expected, blocks));
                throw new IOException("no answer came in time");
        }

        return Append(expected, blocks);
    }

    /// <summary>Appends as another writer would, at once.</summary>
    public void Intrude(BlockDraft draft) => Append(Head, [SealedBlock.Of(draft.At(Head, DateTimeOffset.UnixEpoch))]);

    public async IAsyncEnumerable<StoredBlock> ReadBlocksAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        for (var place = 0; place < Blocks.Count; place++)
        {
            yield return new StoredBlock(place, Blocks[place].Text, Blocks[place].LeafHash);
        }
    }

    public Task<byte[]?> ReadLeavesAsync(long block, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);

    private LedgerHead Head => _blocks.Count == 0 ? default : new LedgerHead(_blocks.Count, _blocks[^1].LeafHash);

    private AppendOutcome Append(LedgerHead expected, IReadOnlyList<SealedBlock> blocks)
    {
        lock (_gate)
        {
            if (Head != expected || blocks.Any(block => _blocks.Exists(other => other.Source == block.Source)))
            {
                return AppendOutcome.LostRace;
            }

            _blocks.AddRange(blocks);
            _appended.Add(blocks.Count);
            return AppendOutcome.Appended;
        }
    }
}
