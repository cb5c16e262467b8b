using Sealtrail.Core.Indexing;
using Sealtrail.Core.Processing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Processing;

/// <summary>Objects of more records than are kept in memory: they are read twice, and put part by part.</summary>
public sealed class PipelineLargeObjectTests : IDisposable
{
    private const int Most = ObjectProcessor.MostKept;
    private const int Large = Most + 501;

    private static readonly byte[] Content = Gzip.Of(File(Large));

    private readonly TempStore _store = new TempStore().Hasty();

    [Theory]
    [InlineData(Most, 1)]
    [InlineData(Most + 1, 2)]
    public async Task An_object_is_read_again_only_where_it_has_more_records_than_are_kept(int records, int openings)
    {
        var archive = new ChangingArchive(Gzip.Of(Records.File(0, records)));

        var result = Assert.Single(await new PipelineRun(_store) { Archive = archive }.RunAsync(archive.Source));

        Assert.Equal((records, records), (result.Account!.Received, result.Account.Indexed));
        Assert.Equal(openings, archive.Opened);
    }

    [Fact]
    public async Task Every_record_of_a_large_object_is_indexed_and_alerted_on_as_of_a_small_one()
    {
        var source = _store.Archive.Add("large.json.gz", Content);

        var result = Assert.Single(await new PipelineRun(_store).RunAsync(source));

        Assert.Equal((Large + 1L, Large, 0L, 1L), (result.Account!.Received, result.Account.Indexed, result.Account.Duplicates, result.Account.Rejected));
        Assert.Equal((1, 2), (result.Alerts, result.Suppressed));
        Assert.Equal(Large, (await _store.Index.SearchAsync(new EventQuery())).Distinct().Count());
        Assert.Equal(Large, await _store.Index.CountRowsAsync(CancellationToken.None));
        var rejected = Assert.Single(await _store.Index.ReadRejectionsAsync(CancellationToken.None).ToListAsync()).Rejection;
        Assert.Equal(500, rejected.Index);
        Assert.Empty(await VerifyRun.FindingsAsync(_store));
    }

    [Fact]
    public async Task Dying_between_the_parts_of_a_large_object_leaves_what_one_run_leaves()
    {
        var (expected, effects) = await UndisturbedAsync();
        Assert.Equal(3, effects.Count(effect => effect == "put"));
        foreach (var (at, after, asIO) in new[] { (2, true, false), (3, false, true), (5, false, false) })
        {
            using var store = new TempStore().Hasty();
            var source = store.Archive.Add("large.json.gz", Content);
            var run = new PipelineRun(store);
            try
            {
                await run.RunAsync(new Crashes(at, after, asIO), [source]);
            }
            catch (Exception failure) when (failure is CrashException or IOException)
            {
                // It is done again.
            }

            var again = Assert.Single(await run.RunAsync(source));

            Assert.NotNull(again.Account);
            Assert.True(expected.SequenceEqual(await store.DumpAsync()), $"effect {at} ({effects[at]})");
        }
    }

    [Fact]
    public async Task A_record_changed_between_the_readings_fails_the_object_by_name_and_completes_nothing()
    {
        var archive = new ChangingArchive(Content, Gzip.Of(File(Large).Replace(Records.Id(4_000), Records.Id(94_000), StringComparison.Ordinal)));

        var result = Assert.Single(await new PipelineRun(_store) { Archive = archive }.RunAsync(archive.Source));

        Assert.Equal(ObjectStatus.Failed, result.Status);
        Assert.Contains("changed while it was read", result.Problem, StringComparison.Ordinal);
        Assert.Empty(await _store.Index.FindAccountsAsync([archive.Source], CancellationToken.None));
        Assert.Empty(await _store.Index.FindAsync(Records.Id(94_000), CancellationToken.None));
    }

    [Fact]
    public async Task A_large_object_that_cannot_be_read_again_fails_and_is_whole_at_the_next_try()
    {
        var archive = new ChangingArchive(Content, null, Content);
        var run = new PipelineRun(_store) { Archive = archive };
        Assert.Equal(ObjectStatus.Failed, Assert.Single(await run.RunAsync(archive.Source)).Status);

        var result = Assert.Single(await run.RunAsync(archive.Source));

        Assert.Equal((ObjectStatus.Done, false), (result.Status, result.IsNewBlock));
        Assert.Equal(Large, result.Account!.Indexed);
        Assert.Equal(1, result.Alerts);
    }

    [Fact]
    public async Task Of_very_many_rejections_the_first_are_listed_and_the_rest_are_counted()
    {
        var source = _store.Archive.Add("odd.json.gz", Records.File(Enumerable.Range(0, 1_500).Select(i => $"{i}")));

        var account = Assert.Single(await new PipelineRun(_store).RunAsync(source)).Account!;

        var listed = await _store.Index.ReadRejectionsAsync(CancellationToken.None).ToListAsync();
        Assert.Equal((1_500, 1_500), (account.Received, account.Rejected));
        Assert.Equal(1_001, listed.Count);
        Assert.Equal(Enumerable.Range(0, 1_000), listed.Take(1_000).Select(row => row.Rejection.Index!.Value));
        Assert.Contains("500", listed[^1].Rejection.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    /// <summary>Three calls of StopLogging within an hour, in different parts; and one element that is no record.</summary>
    private static string File(int count) => Records.File(Enumerable.Range(0, count)
        .Select(i => Records.Record(i, i is 2_100 or 4_100 or 5_400 ? "StopLogging" : "DescribeInstances"))
        .SelectMany(IEnumerable<string> (record, i) => i == 500 ? ["null", record] : [record]));

    private static async Task<(IReadOnlyList<string> Dump, IReadOnlyList<string> Effects)> UndisturbedAsync()
    {
        using var store = new TempStore().Hasty();
        var crashes = new Crashes();
        await new PipelineRun(store).RunAsync(crashes, [store.Archive.Add("large.json.gz", Content)]);
        return (await store.DumpAsync(), crashes.Effects);
    }
}
