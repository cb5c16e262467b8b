using Sealtrail.Cli.Embedded;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Core.Processing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Processing;

/// <summary>Several pipelines at once on one store, each with its own connection, as processes have them.</summary>
public sealed class PipelineWritersTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Pipelines_at_once_on_the_same_files_do_every_file_once(int pipelines)
    {
        using var store = new TempStore();
        var random = new Random(9);
        var sources = Enumerable.Range(0, 24).Select(i => store.Archive.Add($"{i:d2}", Records.File(Enumerable.Range(0, 25)
            .Select(_ => random.Next(200)).Select(number => Records.Record(number, number % 40 == 0 ? "StopLogging" : "GetUser"))))).ToList();

        await Task.WhenAll(Enumerable.Range(0, pipelines).Select(pipeline => Task.Run(() => RunAsync(store, Shuffled(sources, pipeline)))));

        var totals = await store.Index.ReadTotalsAsync(None);
        var distinct = await store.Index.CountRowsAsync(None);
        Assert.Equal(new IndexTotals(24, 24 * 25, distinct, (24 * 25) - distinct, 0), totals);
        Assert.Equal(distinct, (await store.Index.SearchAsync(new EventQuery())).Distinct().Count());
        Assert.Equal(24, (await store.Ledger.ReadHeadAsync(None)).Size);
        Assert.Equal(1, (await store.Alerts.ReadTotalsAsync(None)).Alerts);
        Assert.Empty(await VerifyRun.FindingsAsync(store));
    }

    private static async Task RunAsync(TempStore store, IReadOnlyList<ObjectSource> sources)
    {
        using var own = SqliteStore.Open(store.Path, mustExist: true);
        using var pipeline = new Pipeline(
            store.Archive, new SqliteLedger(own), new SqliteIndex(own), new SqliteAlerts(own), PipelineRun.Rules, new PipelineSettings(), TimeProvider.System, new Random(1));
        foreach (var group in sources.Chunk(5))
        {
            Assert.All(await pipeline.ProcessAsync(group, None), result => Assert.NotEqual(ObjectStatus.Failed, result.Status));
        }
    }

    private static List<ObjectSource> Shuffled(IEnumerable<ObjectSource> sources, int seed)
    {
        var random = new Random(seed);
        return [.. sources.OrderBy(_ => random.Next())];
    }
}
