using Sealtrail.Core.Alerting;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;

namespace Sealtrail.Tests.Support;

/// <summary>Stands for the death of the process: nothing in the product catches it.</summary>
internal sealed class CrashException(string effect) : Exception($"killed at {effect}");

/// <summary>Counts the effects of a run over all stores, and fails one of them: before it is written or after.</summary>
internal sealed class Crashes(int at = -1, bool after = false, bool asIO = false)
{
    private readonly List<string> _effects = [];

    /// <summary>The effects so far, by name.</summary>
    public IReadOnlyList<string> Effects => _effects;

    public async Task<T> EffectAsync<T>(string name, Func<Task<T>> effect)
    {
        var mine = _effects.Count == at;
        _effects.Add(name);
        if (mine && !after)
        {
            throw Failure(name);
        }

        var result = await effect();
        return mine ? throw Failure(name) : result;
    }

    public Task EffectAsync(string name, Func<Task> effect) => EffectAsync(name, async () =>
    {
        await effect();
        return 0;
    });

    private Exception Failure(string name) => asIO ? new IOException($"no answer to {name}") : new CrashException(name);
}

internal sealed class CrashingLedger(ILedgerStore inner, Crashes crashes) : ILedgerStore
{
    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellation) => inner.ReadHeadAsync(cancellation);

    public Task<IReadOnlyDictionary<ObjectSource, SealedBlock>> FindAsync(IReadOnlyCollection<ObjectSource> sources, CancellationToken cancellation) =>
        inner.FindAsync(sources, cancellation);

    public Task<AppendOutcome> AppendAsync(LedgerHead expected, IReadOnlyList<SealedBlock> blocks, CancellationToken cancellation) =>
        crashes.EffectAsync("append", () => inner.AppendAsync(expected, blocks, cancellation));
}

internal sealed class CrashingIndex(IIndexStore inner, Crashes crashes) : IIndexStore
{
    public Task<IReadOnlyList<PutOutcome>> PutAsync(IReadOnlyList<IndexedEvent> events, CancellationToken cancellation) =>
        crashes.EffectAsync("put", () => inner.PutAsync(events, cancellation));

    public Task CompleteAsync(IReadOnlyList<ObjectAccount> accounts, CancellationToken cancellation) =>
        crashes.EffectAsync("complete", () => inner.CompleteAsync(accounts, cancellation));

    public Task<IReadOnlyDictionary<ObjectSource, ObjectAccount>> FindAccountsAsync(IReadOnlyCollection<ObjectSource> sources, CancellationToken cancellation) =>
        inner.FindAccountsAsync(sources, cancellation);

    public Task<IReadOnlyList<IndexedEvent>> FindAsync(string eventId, CancellationToken cancellation) => inner.FindAsync(eventId, cancellation);

    public Task<IReadOnlyList<IndexedEvent>> ReadAsync(IReadOnlyList<(string Id, byte[] Digest)> references, CancellationToken cancellation) =>
        inner.ReadAsync(references, cancellation);

    public IAsyncEnumerable<(DateOnly Day, byte[] References)> ReadPostingsAsync(
        PostingKind kind, string value, DateOnly from, DateOnly to, CancellationToken cancellation) => inner.ReadPostingsAsync(kind, value, from, to, cancellation);

    public IAsyncEnumerable<(long Block, Rejection Rejection)> ReadRejectionsAsync(CancellationToken cancellation) => inner.ReadRejectionsAsync(cancellation);

    public Task<IndexTotals> ReadTotalsAsync(CancellationToken cancellation) => inner.ReadTotalsAsync(cancellation);
}

internal sealed class CrashingAlerts(IAlertStore inner, Crashes crashes) : IAlertStore
{
    public Task<OpenResult> OpenAsync(Alert alert, string key, AlertLimits limits, CancellationToken cancellation) =>
        crashes.EffectAsync("open", () => inner.OpenAsync(alert, key, limits, cancellation));

    public Task SuppressAsync(string alertId, long block, AlertRepeats repeats, CancellationToken cancellation) =>
        crashes.EffectAsync("suppress", () => inner.SuppressAsync(alertId, block, repeats, cancellation));

    public Task<IReadOnlyList<(Alert Alert, AlertRepeats Repeats)>> ReadPendingAsync(CancellationToken cancellation) => inner.ReadPendingAsync(cancellation);

    public Task MarkPublishedAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellation) =>
        crashes.EffectAsync("publish", () => inner.MarkPublishedAsync(alertIds, cancellation));

    public IAsyncEnumerable<(Alert Alert, AlertRepeats Repeats)> ReadAsync(AlertQuery query, CancellationToken cancellation) => inner.ReadAsync(query, cancellation);

    public Task<AlertTotals> ReadTotalsAsync(CancellationToken cancellation) => inner.ReadTotalsAsync(cancellation);
}
