using System.Diagnostics;
using System.Globalization;
using Sealtrail.Cli.Embedded;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;
using Sealtrail.Core.Processing;

namespace Sealtrail.Cli.Commands;

/// <summary>What a replay did.</summary>
internal sealed class ReplaySummary
{
    public int Objects { get; set; }

    public int DoneBefore { get; set; }

    public long Received { get; set; }

    public long Indexed { get; set; }

    /// <summary>Redelivered records, and all records of objects that were done before.</summary>
    public long Duplicates { get; set; }

    public long Rejected { get; set; }

    public long Alerts { get; set; }

    public long Suppressed { get; set; }

    public long Blocks { get; set; }

    public long BytesInflated { get; set; }

    public TimeSpan Elapsed { get; set; }

    public List<(string Name, string Problem)> Failed { get; } = [];
}

/// <summary>Runs the pipeline over the objects of a replay, group by group, and adds up what became of them.</summary>
internal sealed class Replay(SqliteStore store, ReplayInput input, RuleSet rules, ReplaySettings settings)
{
    /// <summary>Objects of one invocation, which are sealed by one append: so many, or so many bytes as they stand.</summary>
    private const int GroupSize = 32;
    private const long GroupBytes = 1 << 20;

    private readonly ReplaySummary _summary = new();
    private readonly Stopwatch _clock = new();

    public string Rate() => string.Create(CultureInfo.InvariantCulture, $"{_summary.Received / Math.Max(_clock.Elapsed.TotalSeconds, 0.001):N0} records/s");

    public async Task<ReplaySummary> RunAsync(Action<long, long> progress, CancellationToken cancellation)
    {
        _clock.Start();
        var settingsOfRun = new PipelineSettings { Limits = settings.Limits, Alerts = AlertLimits.Default with { Window = settings.Window }, Readers = settings.Readers };
        using var pipeline = new Pipeline(
            input, new SqliteLedger(store), new SqliteIndex(store), new SqliteAlerts(store), rules, settingsOfRun, TimeProvider.System, Random.Shared);
        var (done, all) = (0L, Math.Max(input.Bytes, 1));
        foreach (var group in Groups())
        {
            var sources = Identify(group);
            foreach (var result in await pipeline.ProcessAsync(sources, cancellation))
            {
                Add(result);
            }

            done += group.Sum(item => item.Bytes);
            progress(done, all);
        }

        _summary.Elapsed = _clock.Elapsed;
        return _summary;
    }

    private IEnumerable<List<(long Bytes, string Name, Func<ObjectSource> Identify)>> Groups()
    {
        var group = new List<(long Bytes, string Name, Func<ObjectSource> Identify)>();
        var bytes = 0L;
        foreach (var item in input.Objects())
        {
            if (group.Count == GroupSize || (group.Count > 0 && bytes + item.Bytes > GroupBytes))
            {
                yield return group;
                (group, bytes) = ([], 0);
            }

            group.Add(item);
            bytes += item.Bytes;
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private List<ObjectSource> Identify(IEnumerable<(long Bytes, string Name, Func<ObjectSource> Identify)> group)
    {
        var sources = new List<ObjectSource>();
        foreach (var (_, name, identify) in group)
        {
            _summary.Objects++;
            try
            {
                sources.Add(identify());
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                _summary.Failed.Add((name, unreadable.Message));
            }
        }

        return sources;
    }

    private void Add(ObjectResult result)
    {
        if (result.Account is not { } account)
        {
            _summary.Failed.Add((result.Source.Key, result.Problem!));
            return;
        }

        var before = result.Status == ObjectStatus.DoneBefore;
        _summary.DoneBefore += before ? 1 : 0;
        _summary.Received += account.Received;
        _summary.Indexed += before ? 0 : account.Indexed;
        _summary.Duplicates += before ? account.Received - account.Rejected : account.Duplicates;
        _summary.Rejected += account.Rejected;
        _summary.Alerts += result.Alerts;
        _summary.Suppressed += result.Suppressed;
        _summary.Blocks += result.IsNewBlock ? 1 : 0;
        _summary.BytesInflated += result.InflatedBytes;
    }
}
