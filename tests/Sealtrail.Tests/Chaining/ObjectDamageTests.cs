using System.Text;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Chaining;

/// <summary>Damage done to the files: every finding is named by kind, block, file and record, and nothing sound is.</summary>
public sealed class ObjectDamageTests : IAsyncLifetime
{
    private SealedDay _day = null!;

    public async Task InitializeAsync() => _day = await SealedDay.CreateAsync();

    public Task DisposeAsync()
    {
        _day.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Of_an_untouched_archive_nothing_is_named_and_everything_is_counted()
    {
        Assert.Empty(await _day.FindingsAsync());

        var report = await VerifyRun.LedgerAsync(_day.Store);
        Assert.Equal((6L, 6L, 26L, 6L), (report.Blocks, report.Objects, report.Records, report.Head.Size));
        Assert.Empty(report.OutOfReach);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task One_byte_of_one_record_changed_names_that_record(int record)
    {
        _day.Change("b", records => records[record] = records[record].Replace("alice", "alicf", StringComparison.Ordinal));

        Assert.Equal(["ObjectAltered 1 b -", $"RecordAltered 1 b {record}"], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task A_deleted_record_is_named_missing(int record)
    {
        _day.Change("b", records => records.RemoveAt(record));

        Assert.Equal(["ObjectAltered 1 b -", $"RecordMissing 1 b {record}"], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task An_added_record_is_named_added(int place)
    {
        _day.Change("b", records => records.Insert(place, Records.Record(99)));

        Assert.Equal(["ObjectAltered 1 b -", $"RecordAdded 1 b {place}"], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(2, 5)]
    public async Task Two_swapped_records_are_both_named_reordered(int first, int second)
    {
        _day.Change("b", records => (records[first], records[second]) = (records[second], records[first]));

        Assert.Equal(["ObjectAltered 1 b -", $"RecordReordered 1 b {first}", $"RecordReordered 1 b {second}"], (await _day.FindingsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_two_swapped_neighbours_the_one_that_moved_past_the_other_is_named()
    {
        _day.Change("b", records => (records[2], records[3]) = (records[3], records[2]));

        var findings = await _day.FindingsAsync();

        Assert.Equal(2, findings.Count);
        Assert.Equal("ObjectAltered 1 b -", findings[0]);
        Assert.Matches("^RecordReordered 1 b [23]$", findings[1]);
    }

    [Fact]
    public async Task A_record_moved_to_another_file_is_missing_there_and_added_here()
    {
        _day.Change("b", records => records.RemoveAt(3));
        _day.Change("d", records => records.Insert(2, Records.Record(13, "GetUser")));

        Assert.Equal(["ObjectAltered 1 b -", "RecordMissing 1 b 3", "ObjectAltered 3 d -", "RecordAdded 3 d 2"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task White_space_between_records_is_part_of_what_was_sealed()
    {
        _day.Store.Archive.Add("b", _day.Content("b").Replace("},{\"eventVersion", "}, {\"eventVersion", StringComparison.Ordinal));

        Assert.Equal(["ObjectAltered 1 b -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task A_dropped_file_is_named_missing_and_an_added_one_is_named_added()
    {
        _day.Store.Archive.Remove("b");
        _day.Store.Archive.Add("extra", Records.File(90, 2));

        Assert.Equal(["ObjectMissing 1 b -", "ObjectAdded - extra -"], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("\u001f\u008bgarbage")]
    public async Task A_file_replaced_by_garbage_is_named_with_every_record_it_held(string garbage)
    {
        _day.Store.Archive.Add("b", Encoding.Latin1.GetBytes(garbage));

        Assert.Equal(["ObjectAltered 1 b -", .. Enumerable.Range(0, 8).Select(record => $"RecordMissing 1 b {record}")], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData("cut", 2)]
    [InlineData("digest", 4)]
    public async Task A_changed_file_that_holds_no_records_is_named(string key, int block)
    {
        _day.Store.Archive.Add(key, Gzip.Of("{\"digestStartTime\":\"2026-11-10T00:00:01Z\"}"));

        Assert.Equal([$"ObjectAltered {block} {key} -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task A_file_compressed_anew_is_sound_because_its_content_is()
    {
        _day.Store.Archive.Add("digest", Gzip.Of(SealedDay.Digest));
        _day.Store.Archive.Add("b", Encoding.UTF8.GetBytes(_day.Content("b")));

        Assert.Empty(await _day.FindingsAsync());
    }

    [Fact]
    public async Task Whatever_byte_of_a_file_is_changed_only_that_file_is_named()
    {
        var random = new Random(3);
        var content = Encoding.UTF8.GetBytes(_day.Content("b"));
        for (var i = 0; i < 150; i++)
        {
            var changed = content.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            _day.Store.Archive.Add("b", Gzip.Of(changed));

            var findings = (await VerifyRun.LedgerAsync(_day.Store)).Findings.Select(VerifyRun.Text).ToList();

            Assert.Equal("ObjectAltered 1 b -", findings[0]);
            Assert.All(findings, finding => Assert.Contains(" 1 b ", finding, StringComparison.Ordinal));
        }
    }
}
