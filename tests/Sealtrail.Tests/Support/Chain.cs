using Sealtrail.Core.Chaining;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Support;

/// <summary>What must be true of every ledger, as the auditor's own code sees it.</summary>
internal static class Chain
{
    /// <summary>One sound chain up to the head, that holds every one of the sources once and nothing else.</summary>
    public static async Task HoldsExactlyAsync(ILedgerReader ledger, IEnumerable<BlockDraft> drafts)
    {
        var stored = new List<StoredBlock>();
        await foreach (var block in ledger.ReadBlocksAsync(CancellationToken.None))
        {
            stored.Add(block);
        }

        var findings = new List<Finding>();
        var head = await ledger.ReadHeadAsync(CancellationToken.None);
        var blocks = ChainVerifier.Verify(stored, head, findings);

        Assert.Empty(findings);
        Assert.Equal(stored.Count, head.Size);
        Assert.Equal(Sorted(drafts.Select(draft => draft.Source).Distinct()), blocks.Select(block => block.Source).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Sorted(IEnumerable<ObjectSource> sources) => sources.Select(source => source.Uri).Order(StringComparer.Ordinal);
}
