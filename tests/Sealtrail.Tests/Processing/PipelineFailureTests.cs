using Sealtrail.Core.Events;
using Sealtrail.Core.Processing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Processing;

public sealed class PipelineFailureTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempStore _store = new TempStore().Hasty();
    private readonly PipelineRun _run;

    public PipelineFailureTests() => _run = new PipelineRun(_store);

    [Fact]
    public async Task An_object_that_cannot_be_read_does_not_hold_up_the_others_and_is_done_once_it_can()
    {
        var sources = Enumerable.Range(0, 5).Select(i => _store.Archive.Add($"{i}", Records.File(10 * i, 3))).ToList();
        _store.Archive.Remove("2");

        var results = await _run.RunAsync([.. sources]);

        Assert.Equal(sources, results.Select(result => result.Source));
        Assert.Equal([false, false, true, false, false], results.Select(result => result.Status == ObjectStatus.Failed));
        Assert.Contains("2 is gone", results[2].Problem, StringComparison.Ordinal);
        Assert.Null(results[2].Account);
        Assert.Equal(4, (await _store.Ledger.ReadHeadAsync(None)).Size);

        _store.Archive.Add("2", Records.File(20, 3));
        var again = await _run.RunAsync([.. sources]);

        Assert.Equal([ObjectStatus.DoneBefore, ObjectStatus.DoneBefore, ObjectStatus.Done, ObjectStatus.DoneBefore, ObjectStatus.DoneBefore], again.Select(result => result.Status));
        Assert.Equal(15, (await _store.Index.ReadTotalsAsync(None)).Indexed);
        Assert.Empty(await VerifyRun.FindingsAsync(_store));
    }

    [Fact]
    public async Task A_group_of_which_no_object_can_be_read_writes_nothing()
    {
        var sources = Enumerable.Range(0, 3).Select(i => SampleEvents.Source($"{i}")).ToArray();

        Assert.All(await _run.RunAsync(sources), result => Assert.Equal(ObjectStatus.Failed, result.Status));

        Assert.Equal(0, (await _store.Ledger.ReadHeadAsync(None)).Size);
        Assert.Empty(await _run.RunAsync());
    }

    [Fact]
    public async Task An_object_that_contradicts_its_block_fails_by_name_and_the_others_are_done()
    {
        var archive = new ChangingArchive(Gzip.Of(Records.File(0, 3)), Gzip.Of(Records.File(0, 4)));
        var crash = new Crashes(at: 1);
        await Assert.ThrowsAsync<CrashException>(() => new PipelineRun(_store) { Archive = archive }.RunAsync(crash, [archive.Source]));

        var result = Assert.Single(await new PipelineRun(_store) { Archive = archive }.RunAsync(archive.Source));

        Assert.Equal(ObjectStatus.Failed, result.Status);
        Assert.Contains("block 0 with other content", result.Problem, StringComparison.Ordinal);
        Assert.Empty(await _store.Index.FindAccountsAsync([archive.Source], None));
        Assert.Equal(0, await _store.Index.CountRowsAsync(None));
    }

    [Fact]
    public async Task A_rejected_record_is_listed_with_its_file_and_place()
    {
        var content = $"{{\"Records\":[{Records.Record(1)}, {{\"note\":1}}, 42,{{\"eventName\":\"broken\" \"no colon\"}}, {Records.Record(2)}]}}";
        var source = _store.Archive.Add("dir/odd name.json.gz", content);
        await _run.RunAsync(_store.Archive.Add("a", Records.File(5, 1)));

        var account = Assert.Single(await _run.RunAsync(source)).Account!;

        Assert.Equal((5L, 2L, 3L), (account.Received, account.Indexed, account.Rejected));
        var listed = await _store.Index.ReadRejectionsAsync(None).ToListAsync();
        Assert.All(listed, row => Assert.Equal((1L, source), (row.Block, row.Rejection.Source)));
        Assert.Equal([1, 2, null], listed.Select(row => row.Rejection.Index));
        string[] texts = [.. listed.Select(row => content.Substring((int)row.Rejection.Offset, (int)row.Rejection.Length))];
        Assert.Equal("{\"note\":1}", texts[0]);
        Assert.Equal("42", texts[1]);
        Assert.StartsWith("{\"eventName\":\"broken\"", texts[2], StringComparison.Ordinal);
        Assert.All(listed, row => Assert.NotEmpty(row.Rejection.Reason));
    }

    [Fact]
    public async Task A_match_that_could_not_be_published_is_published_at_the_next_run()
    {
        var source = _store.Archive.Add("a", Records.File(Records.Record(1, "StopLogging"), Records.Record(2, "DeleteTrail")));
        var publish = new Crashes();
        await _run.RunAsync(publish, [source]);
        var at = publish.Effects.ToList().IndexOf("publish");
        using var store = new TempStore().Hasty();
        var run = new PipelineRun(store);
        store.Archive.Add("a", Records.File(Records.Record(1, "StopLogging"), Records.Record(2, "DeleteTrail")));

        await Assert.ThrowsAsync<CrashException>(() => run.RunAsync(new Crashes(at), [source]));
        await run.RunAsync();

        Assert.Equal(_run.Published, run.Published.Distinct());
        Assert.Empty(await store.Alerts.ReadPendingAsync(None));
    }

    [Fact]
    public async Task One_reader_and_four_give_the_same_results_in_the_same_order()
    {
        var (one, four) = (await RunAsync(1), await RunAsync(4));

        Assert.Equal(one.Results, four.Results);
        Assert.Equal(one.Dump, four.Dump);

        static async Task<(List<string> Results, IReadOnlyList<string> Dump)> RunAsync(int readers)
        {
            using var store = new TempStore().Hasty();
            var random = new Random(5);
            var sources = Enumerable.Range(0, 40).Select(i => store.Archive.Add($"{i}", Records.File(Enumerable.Range(0, random.Next(1, 200))
                .Select(_ => Records.Record(random.Next(3_000), random.Next(50) == 0 ? "StopLogging" : "GetUser"))))).ToList();
            store.Archive.Remove("7");
            var results = await new PipelineRun(store) { Settings = new PipelineSettings { Readers = readers } }.RunAsync([.. sources]);
            Assert.Equal(sources, results.Select(result => result.Source));
            return ([.. results.Select(result => $"{result.Source} {result.Status} {result.Account?.Block} {result.Account?.Indexed} {result.Alerts} {result.Suppressed} {result.Problem}")], await store.DumpAsync());
        }
    }

    public void Dispose() => _store.Dispose();
}
