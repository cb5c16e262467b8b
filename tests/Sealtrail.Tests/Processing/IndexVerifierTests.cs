using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Processing;

/// <summary>Damage done to the rows of the search index.</summary>
public sealed class IndexVerifierTests : IAsyncLifetime
{
    private SealedDay _day = null!;

    public async Task InitializeAsync() => _day = await SealedDay.CreateAsync();

    public Task DisposeAsync()
    {
        _day.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("body = replace(body, 'alice', 'mallory')")]
    [InlineData("body = body || ' '")]
    [InlineData("body = 'garbage'")]
    [InlineData("body = ''")]
    [InlineData("place = 4")]
    [InlineData("place = 9999999999")]
    [InlineData("place = -1")]
    public async Task An_edited_row_is_named_by_its_record(string edit)
    {
        Assert.Equal(1, _day.Tamper($"UPDATE events SET {edit} WHERE block = 1 AND place = 3"));

        Assert.Equal(["IndexAltered 1 b 3"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task A_deleted_row_is_named_by_its_record()
    {
        _day.Tamper("DELETE FROM events WHERE block = 3 AND place = 6");

        Assert.Equal(["IndexMissing 3 d 6"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task All_rows_of_a_file_deleted_are_all_named()
    {
        _day.Tamper("DELETE FROM events WHERE block = 1");

        Assert.Equal(Enumerable.Range(0, 8).Select(record => $"IndexMissing 1 b {record}"), await _day.FindingsAsync());
    }

    [Fact]
    public async Task A_deleted_row_of_a_redelivered_record_is_missed_by_every_file_that_holds_it()
    {
        _day.Tamper("DELETE FROM events WHERE block = 0 AND place = 1");

        Assert.Equal(["IndexMissing 0 a 1", "IndexMissing 5 e 0"], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData(1, "IndexAdded 1 b 77")]
    [InlineData(2, "IndexAdded 2 cut 77")]
    [InlineData(4, "IndexAdded 4 digest 77")]
    [InlineData(99, "IndexAdded - - -")]
    [InlineData(-1, "IndexAdded - - -")]
    public async Task An_inserted_row_is_named_by_the_block_it_claims(int block, string expected)
    {
        _day.Tamper("INSERT INTO events (event_id, digest, block, place, body) SELECT 'forged', digest, ?1, 77, body FROM events WHERE block = 1 AND place = 0", block);

        Assert.Equal([expected], await _day.FindingsAsync());
    }

    [Fact]
    public async Task A_row_moved_to_another_block_is_named_there()
    {
        _day.Tamper("UPDATE events SET block = 3 WHERE block = 1 AND place = 5");

        Assert.Equal(["IndexAdded 3 d 5"], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData("event_id = 'other'")]
    [InlineData("digest = x'0011223344556677'")]
    [InlineData("digest = x''")]
    public async Task A_row_with_another_key_is_missing_under_its_own_and_added_under_the_other(string edit)
    {
        _day.Tamper($"UPDATE events SET {edit} WHERE block = 1 AND place = 5");

        Assert.Equal(["IndexAdded 1 b 5", "IndexMissing 1 b 5"], (await _day.FindingsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_damages_are_all_named()
    {
        _day.Tamper("DELETE FROM events WHERE block = 0 AND place = 4");
        _day.Tamper("UPDATE events SET body = replace(body, 'eu-central-1', 'us-east-1') WHERE block = 3 AND place IN (0, 2)");
        _day.Store.Archive.Remove("b");

        Assert.Equal(["ObjectMissing 1 b -", "IndexMissing 0 a 4", "IndexAltered 3 d 0", "IndexAltered 3 d 2"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task Rows_of_an_object_that_does_not_inflate_are_held_to_what_can_be_read_of_it()
    {
        _day.Tamper("UPDATE events SET body = replace(body, 'alice', 'mallory') WHERE block = 2 AND place = 1");

        Assert.Equal(["IndexAltered 2 cut 1"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task A_mended_row_is_sound_again()
    {
        _day.Tamper("DELETE FROM events WHERE block = 1");
        _day.Tamper("DELETE FROM objects WHERE block = 1");
        var source = Core.Events.ObjectSource.Parse((await _day.Store.Ledger.ReadBlocksAsync(CancellationToken.None).ToListAsync())[1].Text.Split('\n')[3])!;

        await new PipelineRun(_day.Store).RunAsync(source);

        Assert.Empty(await _day.FindingsAsync());
    }
}
