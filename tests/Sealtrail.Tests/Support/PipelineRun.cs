using Sealtrail.Core.Alerting;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;
using Sealtrail.Core.Processing;

namespace Sealtrail.Tests.Support;

/// <summary>Invocations of the pipeline on a store, on a clock that stands still: two runs of the same objects must be equal to the byte.</summary>
internal sealed class PipelineRun(TempStore store) : INotifier
{
    /// <summary>Alerts on every StopLogging and every DeleteTrail.</summary>
    public static readonly RuleSet Rules = RuleSet.Load([Rule(1, "StopLogging"), Rule(2, "DeleteTrail")]);

    /// <summary>The ids of the alerts that were published, as often as they were.</summary>
    public List<string> Published { get; } = [];

    public PipelineSettings Settings { get; init; } = new();

    public IObjectArchive? Archive { get; init; }

    public async Task<IReadOnlyList<ObjectResult>> RunAsync(Crashes crashes, params IEnumerable<IReadOnlyList<ObjectSource>> invocations)
    {
        var results = new List<ObjectResult>();
        using var pipeline = new Pipeline(
            Archive ?? store.Archive, new CrashingLedger(store.Ledger, crashes), new CrashingIndex(store.Index, crashes), new CrashingAlerts(store.Alerts, crashes),
            Rules, Settings, new InstantClock(), new Random(1));
        foreach (var sources in invocations)
        {
            results.AddRange(await pipeline.ProcessAsync(sources, CancellationToken.None));
        }

        await pipeline.PublishPendingAsync(this, CancellationToken.None);
        return results;
    }

    public Task<IReadOnlyList<ObjectResult>> RunAsync(params ObjectSource[] sources) => RunAsync(new Crashes(), sources);

    public Task PublishAsync(Alert alert, AlertRepeats repeats, CancellationToken cancellation)
    {
        Published.Add(alert.Id);
        return Task.CompletedTask;
    }

    private static RuleFile Rule(int number, string action) => new($"{action}.yml", $$"""
        title: {{action}} was called
        id: 00000000-0000-4000-8000-{{number:d12}}
        description: A test
        logsource:
            product: aws
            service: cloudtrail
        detection:
            selection:
                eventName: {{action}}
            condition: selection
        level: high
        """);
}
