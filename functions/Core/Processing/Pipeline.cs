using System.Collections.Concurrent;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Core.Processing;

/// <summary>How the pipeline runs.</summary>
public sealed record PipelineSettings
{
    public ParsingLimits Limits { get; init; } = new();

    public AlertLimits Alerts { get; init; } = AlertLimits.Default;

    /// <summary>How many objects are read at once. The effects are written one by one, in order.</summary>
    public int Readers { get; init; } = 1;
}

/// <summary>
/// The way of an object through all stages. Effects are idempotent and come in the order seal → index → alert → complete,
/// so that a crash between any two is mended by doing the object again: its block stands, its rows are put under the same
/// keys, its alerts are known by rule and event.
/// </summary>
public sealed class Pipeline : IDisposable
{
    private readonly IObjectArchive _archive;
    private readonly IIndexStore _index;
    private readonly Ledger _ledger;
    private readonly AlertDesk _alerts;
    private readonly RuleSet _rules;
    private readonly PipelineSettings _settings;
    private readonly ConcurrentBag<ObjectProcessor> _processors = [];

    public Pipeline(IObjectArchive archive, ILedgerStore ledger, IIndexStore index, IAlertStore alerts, RuleSet rules, PipelineSettings settings, TimeProvider clock, Random jitter)
    {
        _archive = archive;
        _index = index;
        _rules = rules;
        _settings = settings;
        _ledger = new Ledger(ledger, clock, jitter);
        _alerts = new AlertDesk(alerts, settings.Alerts);
    }

    /// <summary>Takes objects through the pipeline as one invocation: their blocks are appended together.</summary>
    /// <returns>One result for each source, in their order.</returns>
    public async Task<IReadOnlyList<ObjectResult>> ProcessAsync(IReadOnlyList<ObjectSource> sources, CancellationToken cancellation)
    {
        var results = new Dictionary<ObjectSource, ObjectResult>();
        foreach (var (source, account) in await _index.FindAccountsAsync(sources, cancellation))
        {
            results[source] = new ObjectResult(source, ObjectStatus.DoneBefore, account, false, 0, 0, 0, null);
        }

        var read = await ReadAsync([.. sources.Where(source => !results.ContainsKey(source)).Distinct()], results, cancellation);
        var seals = await _ledger.SealAsync([.. read.Select(item => item.Draft)], cancellation);
        var effects = new InvocationEffects(_index, _alerts);
        foreach (var (item, seal) in read.Zip(seals))
        {
            if (seal.Agrees)
            {
                await WriteAsync(effects, item, seal, cancellation);
            }
            else
            {
                results[item.Draft.Source] = Failure(
                    item.Draft.Source, $"it was sealed as block {seal.Block.Index} with other content: the archive has been changed");
            }
        }

        foreach (var result in await effects.FinishAsync(cancellation))
        {
            results[result.Source] = result;
        }

        return [.. sources.Select(source => results[source])];
    }

    public Task PublishPendingAsync(INotifier notifier, CancellationToken cancellation) => _alerts.PublishPendingAsync(notifier, cancellation);

    public void Dispose()
    {
        foreach (var processor in _processors)
        {
            processor.Dispose();
        }
    }

    private async Task<IReadOnlyList<ReadObject>> ReadAsync(
        IReadOnlyList<ObjectSource> sources, Dictionary<ObjectSource, ObjectResult> results, CancellationToken cancellation)
    {
        var read = new ReadObject?[sources.Count];
        var problems = new string?[sources.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = _settings.Readers, CancellationToken = cancellation };
        await Parallel.ForAsync(0, sources.Count, options, async (i, token) =>
        {
            var processor = Borrow();
            try
            {
                read[i] = await processor.ReadAsync(sources[i], token);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                problems[i] = unreadable.Message;
            }
            finally
            {
                _processors.Add(processor);
            }
        });
        for (var i = 0; i < sources.Count; i++)
        {
            if (problems[i] is { } problem)
            {
                results[sources[i]] = Failure(sources[i], problem);
            }
        }

        return [.. read.OfType<ReadObject>()];
    }

    private async Task WriteAsync(InvocationEffects effects, ReadObject read, SealResult seal, CancellationToken cancellation)
    {
        if (read.Records is { } kept)
        {
            await effects.AddAsync(read, seal, kept, cancellation);
            return;
        }

        var processor = Borrow();
        try
        {
            await foreach (var part in processor.ReadAgainAsync(read, InvocationEffects.PutSize, cancellation))
            {
                await effects.AddAsync(read, seal, part, cancellation);
            }
        }
        catch (ObjectUnreadableException unreadable)
        {
            effects.Fail(read, unreadable.Message);
        }
        finally
        {
            _processors.Add(processor);
        }
    }

    private static ObjectResult Failure(ObjectSource source, string problem) =>
        new(source, ObjectStatus.Failed, null, false, 0, 0, 0, problem);

    private ObjectProcessor Borrow() =>
        _processors.TryTake(out var processor) ? processor : new ObjectProcessor(_archive, _rules, _settings.Limits);
}
