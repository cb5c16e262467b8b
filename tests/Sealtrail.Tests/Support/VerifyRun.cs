using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;
using Sealtrail.Core.Processing;

namespace Sealtrail.Tests.Support;

/// <summary>Verifies ledger and index of a store in process, as <c>sealtrail verify</c> does.</summary>
internal static class VerifyRun
{
    /// <summary>All findings, each as <c>kind block file record</c> with a dash for what it does not name.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(TempStore store)
    {
        var report = await LedgerAsync(store);
        return [.. report.Findings.Concat(await IndexAsync(store, report)).Select(Text)];
    }

    public static Task<VerifyReport> LedgerAsync(TempStore store) => new LedgerVerifier(store.Ledger, store.Archive).VerifyAsync(null, CancellationToken.None);

    public static string Text(Finding finding) =>
        $"{finding.Kind} {Dash(finding.Block)} {(finding.Source is { } uri ? ObjectSource.Parse(uri)?.Key ?? uri : "-")} {Dash(finding.Record)}";

    private static async Task<IReadOnlyList<Finding>> IndexAsync(TempStore store, VerifyReport report)
    {
        var damaged = report.Findings.Select(finding => finding.Source).ToHashSet();
        var sound = new List<(long, ObjectSource)>();
        await foreach (var block in store.Ledger.ReadBlocksAsync(CancellationToken.None))
        {
            if (block.Text.Split('\n') is { Length: > 3 } lines && !damaged.Contains(lines[3]) && ObjectSource.Parse(lines[3]) is { } source)
            {
                sound.Add((block.Place, source));
            }
        }

        var verifier = new IndexVerifier(store.Index, store.Archive, new ParsingLimits());
        return (await verifier.VerifyAsync(sound, isWhole: sound.Count == report.Head.Size, CancellationToken.None)).Findings;
    }

    private static string Dash<T>(T? value)
        where T : struct => value?.ToString() ?? "-";
}
