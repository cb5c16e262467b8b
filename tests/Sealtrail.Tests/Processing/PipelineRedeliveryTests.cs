using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Core.Processing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Processing;

public sealed class PipelineRedeliveryTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempStore _store = new TempStore().Hasty();
    private readonly PipelineRun _run;

    public PipelineRedeliveryTests() => _run = new PipelineRun(_store);

    [Fact]
    public async Task A_redelivered_file_is_sealed_once_and_alerts_nobody()
    {
        var source = _store.Archive.Add("a", Records.File(Records.Record(0), Records.Record(1, "StopLogging")));
        await _run.RunAsync(source);

        var again = Assert.Single(await _run.RunAsync(source));

        Assert.Equal((ObjectStatus.DoneBefore, false), (again.Status, again.IsNewBlock));
        Assert.Equal(1, (await _store.Ledger.ReadHeadAsync(None)).Size);
        Assert.Single(_run.Published);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Redelivered_records_in_other_files_are_indexed_once_and_alert_once(bool oneInvocation)
    {
        var records = Enumerable.Range(0, 20).Select(i => Records.Record(i, i == 7 ? "StopLogging" : "GetUser")).ToList();
        var a = _store.Archive.Add("a", Records.File(records.Take(12)));
        var b = _store.Archive.Add("b", Records.File(records.Skip(5)));
        var c = _store.Archive.Add("c", Records.File(records.AsEnumerable().Reverse()));

        ObjectSource[][] invocations = oneInvocation ? [[a, b, c]] : [[a], [b], [c]];
        var results = await _run.RunAsync(new Crashes(), invocations);

        Assert.Equal([(12L, 12L, 0L), (15L, 8L, 7L), (20L, 0L, 20L)], results.Select(result => (result.Account!.Received, result.Account.Indexed, result.Account.Duplicates)));
        Assert.Equal([1L, 0L, 0L], results.Select(result => result.Alerts));
        Assert.All(results, result => Assert.Equal(0, result.Suppressed));
        Assert.Equal(new IndexTotals(3, 47, 20, 27, 0), await _store.Index.ReadTotalsAsync(None));
        Assert.Equal(20, (await _store.Index.SearchAsync(new EventQuery())).Count);
        Assert.Single(_run.Published);
        Assert.Empty(await VerifyRun.FindingsAsync(_store));
    }

    [Fact]
    public async Task The_same_content_under_another_name_is_a_block_of_its_own_and_all_duplicates()
    {
        var content = Records.File(0, 5);
        var results = await _run.RunAsync(_store.Archive.Add("a", content), _store.Archive.Add("b", content));

        Assert.Equal([0L, 1L], results.Select(result => result.Account!.Block));
        Assert.Equal([0L, 5L], results.Select(result => result.Account!.Duplicates));
    }

    [Fact]
    public async Task A_record_twice_in_one_file_is_one_event_and_one_duplicate()
    {
        var result = Assert.Single(await _run.RunAsync(_store.Archive.Add("a", Records.File(Records.Record(1, "StopLogging"), Records.Record(1, "StopLogging")))));

        Assert.Equal((2L, 1L, 1L), (result.Account!.Received, result.Account.Indexed, result.Account.Duplicates));
        Assert.Equal((1L, 0L), (result.Alerts, result.Suppressed));
    }

    [Fact]
    public async Task A_record_wrapped_by_EventBridge_is_a_duplicate_of_the_same_record_in_a_file()
    {
        var record = Records.Record(1);
        var file = _store.Archive.Add("a", Records.File(record));
        var envelope = _store.Archive.Add("b", $$"""{"version":"0","detail-type":"AWS API Call via CloudTrail","detail":{{record}}}""");

        var results = await _run.RunAsync(file, envelope);

        Assert.Equal([0L, 1L], results.Select(result => result.Account!.Duplicates));
        Assert.Empty(await VerifyRun.FindingsAsync(_store));
    }

    [Fact]
    public async Task Records_that_share_an_id_but_not_their_bytes_are_two_events()
    {
        var results = await _run.RunAsync(_store.Archive.Add("a", Records.File(Records.Record(1), Records.Record(1, "DeleteTrail"))));

        Assert.Equal((2L, 0L), (results[0].Account!.Indexed, results[0].Account!.Duplicates));
        Assert.Equal(["DescribeInstances", "DeleteTrail"], (await _store.Index.FindAsync(Records.Id(1), None)).Select(found => found.Event.Action));
        Assert.Single(_run.Published);
    }

    [Fact]
    public async Task A_later_version_of_a_file_is_another_object()
    {
        var first = _store.Archive.Add("a", Records.File(0, 3));
        await _run.RunAsync(first);
        var second = _store.Archive.Add("a", Records.File(0, 4));

        var result = Assert.Single(await _run.RunAsync(second));

        Assert.Equal((1L, 4L, 1L, 3L), (result.Account!.Block, result.Account.Received, result.Account.Indexed, result.Account.Duplicates));
    }

    public void Dispose() => _store.Dispose();
}
