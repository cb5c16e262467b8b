using Sealtrail.Core.Chaining;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Chaining;

/// <summary>Damage done to the ledger's rows.</summary>
public sealed class ChainDamageTests : IAsyncLifetime
{
    private const string Edit = "UPDATE blocks SET text = replace(text, '2026-11-21T09:00:00.000Z', '2026-11-21T09:00:00.001Z') WHERE place = ?1";

    private static readonly string[] Files = ["a", "b", "cut", "d", "digest", "e"];

    private SealedDay _day = null!;

    public async Task InitializeAsync() => _day = await SealedDay.CreateAsync();

    public Task DisposeAsync()
    {
        _day.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task An_edited_block_is_named_altered(int block)
    {
        Assert.Equal(1, _day.Tamper(Edit, block));

        Assert.Equal([$"BlockAltered {block} {Files[block]} -"], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_block_edited_together_with_its_stored_hash_is_named_altered(int block)
    {
        _day.Tamper(Edit, block);
        await RehashAsync(block);

        Assert.Equal([$"BlockAltered {block} {Files[block]} -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task Two_edited_blocks_are_both_named()
    {
        _day.Tamper(Edit, 1);
        _day.Tamper(Edit, 3);

        Assert.Equal(["BlockAltered 3 d -", "BlockAltered 1 b -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task Two_neighbours_edited_together_are_both_named()
    {
        _day.Tamper(Edit, 2);
        _day.Tamper(Edit, 3);

        Assert.Equal(["BlockAltered 3 d -", "BlockAltered 2 cut -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task Two_swapped_neighbours_are_named_at_both_places()
    {
        _day.Tamper("UPDATE blocks SET place = CASE place WHEN 3 THEN -4 ELSE -3 END WHERE place IN (3, 4)");
        _day.Tamper("UPDATE blocks SET place = -place WHERE place < 0");

        Assert.Equal(["BlockReordered 3 digest -", "BlockReordered 4 d -"], await _day.FindingsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_removed_block_is_named_missing_and_its_file_uncovered(int block)
    {
        _day.Tamper("DELETE FROM blocks WHERE place = ?1", block);

        Assert.Equal([$"BlockMissing {block} - -", $"ObjectAdded - {Files[block]} -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task The_last_block_removed_is_named_missing()
    {
        _day.Tamper("DELETE FROM blocks WHERE place = 5");

        Assert.Equal(["BlockMissing 5 - -", "ObjectAdded - e -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task The_last_block_removed_and_the_head_moved_back_leaves_its_file_and_its_rows_uncovered()
    {
        _day.Tamper("DELETE FROM blocks WHERE place = 5");
        _day.Tamper("UPDATE head SET size = 5, leaf = (SELECT leaf FROM blocks WHERE place = 4)");

        Assert.Equal(["ObjectAdded - e -", "IndexAdded - - -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task A_block_put_behind_the_head_is_named_added()
    {
        var head = await _day.Store.Ledger.ReadHeadAsync(CancellationToken.None);
        await InsertAsync(head, "ghost");

        var findings = await _day.FindingsAsync();

        Assert.Equal("BlockAdded 6 ghost -", findings[0]);
        Assert.All(findings, finding => Assert.Contains(" 6 ghost ", finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_block_put_between_others_is_named_added_and_those_it_pushed_on_reordered()
    {
        var before = (await _day.Store.Ledger.FindAsync([Core.Events.ObjectSource.Parse(await SourceAsync(1))!], CancellationToken.None)).Values.Single();
        _day.Tamper("UPDATE blocks SET place = -place - 1 WHERE place >= 2");
        _day.Tamper("UPDATE blocks SET place = -place WHERE place < 0");
        await InsertAsync(new LedgerHead(2, before.LeafHash), "ghost");

        Assert.Equal(
            ["BlockReordered 3 cut -", "BlockReordered 4 d -", "BlockReordered 5 digest -", "BlockReordered 6 e -", "BlockAdded 2 ghost -"],
            await _day.FindingsAsync());
    }

    [Fact]
    public async Task A_block_replaced_by_garbage_is_named_at_its_place()
    {
        _day.Tamper("UPDATE blocks SET text = 'garbage' WHERE place = 3");

        Assert.Equal(["BlockAltered 3 - -", "ObjectAdded - d -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task Edited_leaves_alone_are_no_damage_because_nothing_believes_them()
    {
        _day.Tamper("UPDATE objects SET leaves = zeroblob(length(leaves)) WHERE block = 1");
        _day.Tamper("UPDATE objects SET leaves = x'00' WHERE block = 3");

        Assert.Empty(await _day.FindingsAsync());
    }

    [Fact]
    public async Task With_edited_leaves_a_changed_record_is_still_found_but_only_its_file_is_named()
    {
        _day.Tamper("UPDATE objects SET leaves = zeroblob(length(leaves)) WHERE block = 1");
        _day.Change("b", records => records.RemoveAt(2));

        Assert.Equal(["ObjectAltered 1 b -", "ObjectAltered 1 b -"], await _day.FindingsAsync());
    }

    [Fact]
    public async Task Verifying_writes_nothing()
    {
        _day.Tamper(Edit, 2);
        var before = await _day.Store.DumpAsync();

        await _day.FindingsAsync();

        Assert.Equal(before, await _day.Store.DumpAsync());
    }

    private async Task<string> TextAsync(int place) =>
        (await _day.Store.Ledger.ReadBlocksAsync(CancellationToken.None).ToListAsync()).Single(block => block.Place == place).Text;

    private async Task<string> SourceAsync(int place) => (await TextAsync(place)).Split('\n')[3];

    private async Task RehashAsync(int place) => _day.Tamper(
        "UPDATE blocks SET leaf = ?2 WHERE place = ?1", place, Core.Chaining.Verifying.ReferenceHashes.BlockLeaf(await TextAsync(place)).ToArray());

    private Task<int> InsertAsync(LedgerHead after, string key)
    {
        var block = SealedBlock.Of(Drafts.Of(key).At(after, DateTimeOffset.UnixEpoch));
        return Task.FromResult(_day.Tamper("INSERT INTO blocks (place, source, text, leaf) VALUES (?1, ?2, ?3, ?4)", block.Index, block.Source, block.Text, block.LeafHash.ToArray()));
    }
}
