using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

/// <summary><c>sealtrail verify</c> after damage to the store of the sample day: ledger and index.</summary>
public sealed class VerifyTestsOfStore(ReplayedDay day) : IClassFixture<ReplayedDay>
{
    private readonly ReplayedDay.Copy _copy = day.Take();

    [Fact]
    public void The_last_block_removed_is_named_missing_and_its_file_uncovered()
    {
        var file = Name(35);
        _copy.Tamper("DELETE FROM blocks WHERE place = 35");

        AssertFound("BlockMissing 35 - -", $"ObjectAdded - {file} -");
    }

    [Fact]
    public void The_last_block_removed_and_the_head_moved_back_leaves_its_file_and_rows_uncovered()
    {
        var file = Name(35);
        _copy.Tamper("DELETE FROM blocks WHERE place = 35");
        _copy.Tamper("UPDATE head SET size = 35, leaf = (SELECT leaf FROM blocks WHERE place = 34)");

        AssertFound($"ObjectAdded - {file} -", "IndexAdded - - -");
    }

    [Fact]
    public void An_edited_block_is_named()
    {
        Assert.Equal(1, _copy.Tamper("UPDATE blocks SET text = substr(text, 1, length(text) - 5) || '999Z' || char(10) WHERE place = 7"));

        AssertFound($"BlockAltered 7 {Name(7)} -");
    }

    [Fact]
    public void Two_swapped_neighbours_are_named_at_both_places()
    {
        _copy.Tamper("UPDATE blocks SET place = -15 + place WHERE place IN (7, 8)");
        _copy.Tamper("UPDATE blocks SET place = -place WHERE place < 0");

        AssertFound($"BlockReordered 7 {Name(7)} -", $"BlockReordered 8 {Name(8)} -");
    }

    [Fact]
    public void A_block_removed_from_the_middle_is_named()
    {
        var file = Name(9);
        _copy.Tamper("DELETE FROM blocks WHERE place = 9");

        AssertFound("BlockMissing 9 - -", $"ObjectAdded - {file} -");
    }

    [Fact]
    public void A_block_behind_the_head_is_named()
    {
        _copy.Tamper("INSERT INTO blocks (place, source, text, leaf) SELECT 36, 'x', replace(text, 'sealtrail/block@v1' || char(10) || '35', 'sealtrail/block@v1' || char(10) || '36'), leaf FROM blocks WHERE place = 35");

        AssertFound($"BlockAdded 36 {Name(35)} -");
    }

    [Fact]
    public void Edited_leaves_alone_are_no_damage()
    {
        _copy.Tamper("UPDATE objects SET leaves = zeroblob(length(leaves))");

        Assert.Equal(0, _copy.Verify().ExitCode);
    }

    [Fact]
    public void An_edited_a_deleted_and_an_inserted_row_of_the_index_are_named()
    {
        _copy.Tamper("UPDATE events SET body = replace(body, '\"region\":\"', '\"region\":\"x') WHERE block = 7 AND place = 2");
        _copy.Tamper("DELETE FROM events WHERE block = 9 AND place = 0");
        _copy.Tamper("INSERT INTO events (event_id, digest, block, place, body) SELECT 'forged', digest, 10, 3, body FROM events WHERE block = 7 AND place = 1");

        AssertFound($"IndexAltered 7 {Name(7)} 2", $"IndexMissing 9 {Name(9)} 0", $"IndexAdded 10 {Name(10)} 3");
    }

    [Fact]
    public void Damage_and_its_finding_leave_the_alerts_as_they_are()
    {
        var before = CliRun.Run("alerts", "--store", _copy.Store, "--output", "json");
        _copy.Change(7, records => records.Clear());
        _copy.Tamper("DELETE FROM events WHERE block = 9");
        Assert.Equal(1, _copy.Verify().ExitCode);

        var after = CliRun.Run("alerts", "--store", _copy.Store, "--output", "json");

        Assert.NotEmpty(before.JsonLines);
        Assert.Equal(before.Out, after.Out);
    }

    [Fact]
    public void What_came_from_standard_input_is_told_as_not_verified()
    {
        var store = _copy.Store + "2";
        CliRun.Run(File.ReadAllBytes(_copy.File(7)), ["replay", "-", "--store", store]);

        var run = CliRun.Run("verify", "--store", store, "--output", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("standard input", (string?)Assert.Single(run.Json["notVerified"]!.AsArray()), StringComparison.Ordinal);
        Assert.Equal((1, 0), ((int)run.Json["blocks"]!, (int)run.Json["objects"]!));
    }

    private string Name(int block) => Path.GetFileName(_copy.Key(block)).Split('_')[^1].Split('.')[0];

    private void AssertFound(params string[] expected)
    {
        var (exitCode, findings) = _copy.Findings();
        Assert.Equal(1, exitCode);
        Assert.Equal(expected.Order(StringComparer.Ordinal), findings.Order(StringComparer.Ordinal));
    }
}
