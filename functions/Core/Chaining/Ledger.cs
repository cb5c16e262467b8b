using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining;

/// <summary>What became of an object that was to be sealed.</summary>
/// <param name="Block">Its block, new or from an earlier delivery.</param>
/// <param name="IsNew">Whether this call sealed it.</param>
/// <param name="Agrees">False where an earlier block of the same source tells of other content: the archive was changed.</param>
public sealed record SealResult(SealedBlock Block, bool IsNew, bool Agrees);

/// <summary>Appends objects to the chain. Safe to run in many processes at once, and to be killed at any instruction.</summary>
public sealed class Ledger(ILedgerStore store, TimeProvider clock, Random jitter)
{
    /// <summary>Head, blocks and sources of one append must fit one DynamoDB transaction of 100 items.</summary>
    public const int MostBlocksAnAppend = 32;

    private const int MostTries = 40;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Seals the objects in their order, as few transactions as will hold them. A source that is sealed already keeps its block.
    /// </summary>
    /// <returns>One result for each draft, in their order.</returns>
    public async Task<IReadOnlyList<SealResult>> SealAsync(IReadOnlyList<BlockDraft> drafts, CancellationToken cancellation)
    {
        var results = new List<SealResult>(drafts.Count);
        foreach (var group in drafts.Chunk(MostBlocksAnAppend))
        {
            results.AddRange(await SealGroupAsync(group, cancellation));
        }

        return results;
    }

    private async Task<IEnumerable<SealResult>> SealGroupAsync(BlockDraft[] drafts, CancellationToken cancellation)
    {
        var sources = drafts.Select(draft => draft.Source).ToHashSet();
        var ours = new Dictionary<ObjectSource, SealedBlock>();
        for (var tries = 1; ; tries++)
        {
            // A lost race and an unknown outcome are told apart by nothing but what the store holds now.
            var head = await store.ReadHeadAsync(cancellation);
            var present = await store.FindAsync(sources, cancellation);
            var missing = drafts.Where(draft => !present.ContainsKey(draft.Source)).DistinctBy(draft => draft.Source).ToList();
            if (missing.Count == 0)
            {
                return drafts.Select(draft => Result(draft, present[draft.Source], ours));
            }

            var blocks = Build(missing, head);
            ours = blocks.ToDictionary(block => ObjectSource.Parse(block.Source)!);
            try
            {
                if (await store.AppendAsync(head, blocks, cancellation) == AppendOutcome.Appended)
                {
                    return drafts.Select(draft => Result(draft, present.GetValueOrDefault(draft.Source) ?? ours[draft.Source], ours));
                }
            }
            catch (IOException) when (tries < MostTries)
            {
                // Unknown outcome: the next round reads what is there.
            }

            if (tries == MostTries)
            {
                throw new IOException($"The ledger's head moved {MostTries} times in a row under this append; nothing was sealed.");
            }

            await Task.Delay(Pause(tries), clock, cancellation);
        }
    }

    private List<SealedBlock> Build(List<BlockDraft> drafts, LedgerHead head)
    {
        var blocks = new List<SealedBlock>(drafts.Count);
        var now = clock.GetUtcNow();
        foreach (var draft in drafts)
        {
            var block = SealedBlock.Of(draft.At(head, now));
            blocks.Add(block);
            head = new LedgerHead(head.Size + 1, block.LeafHash);
        }

        return blocks;
    }

    private static SealResult Result(BlockDraft draft, SealedBlock block, Dictionary<ObjectSource, SealedBlock> ours) =>
        new(block, ours.TryGetValue(draft.Source, out var own) && own.LeafHash == block.LeafHash, draft.Agrees(block));

    private TimeSpan Pause(int tries)
    {
        var longest = Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(tries, 10)));
        return TimeSpan.FromMilliseconds(jitter.NextDouble() * longest);
    }
}
