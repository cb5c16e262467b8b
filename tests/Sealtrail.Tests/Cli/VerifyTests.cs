using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

/// <summary><c>sealtrail verify</c> after damage to the files of the sample day.</summary>
public sealed class VerifyTests(ReplayedDay day) : IClassFixture<ReplayedDay>
{
    private const int Block = 10;

    private readonly ReplayedDay.Copy _copy = day.Take();

    [Fact]
    public void An_untouched_day_is_sound()
    {
        var run = _copy.Verify();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True((bool)run.Json["sound"]!);
        Assert.Equal((36, 36, 393), ((int)run.Json["blocks"]!, (int)run.Json["objects"]!, (int)run.Json["records"]!));
        Assert.Equal((string?)day.Replay.Json["head"], (string?)run.Json["head"]!["hash"]);
        Assert.Empty(run.Json["findings"]!.AsArray());
    }

    [Fact]
    public void Without_a_path_the_files_are_looked_for_where_they_were_replayed_from()
    {
        CliRun.Run("replay", _copy.Files, "--store", _copy.Store + "2");
        Assert.Equal(0, CliRun.Run("verify", "--store", _copy.Store + "2").ExitCode);
        File.Delete(_copy.File(Block));

        var run = CliRun.Run("verify", "--store", _copy.Store + "2");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ObjectMissing", run.Out, StringComparison.Ordinal);
        Assert.Contains(_copy.Key(Block), run.Out, StringComparison.Ordinal);
        Assert.Contains("1 damages found", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void One_byte_of_one_record_changed_names_block_file_and_record()
    {
        _copy.Change(Block, records => records[13] = records[13].Replace("\"awsRegion\":\"e", "\"awsRegion\":\"f", StringComparison.Ordinal));

        AssertFound($"ObjectAltered {Block} {Name} -", $"RecordAltered {Block} {Name} 13");
    }

    [Fact]
    public void A_deleted_record_is_named()
    {
        _copy.Change(Block, records => records.RemoveAt(21));

        AssertFound($"ObjectAltered {Block} {Name} -", $"RecordMissing {Block} {Name} 21");
    }

    [Fact]
    public void Two_swapped_records_are_named()
    {
        _copy.Change(Block, records => (records[0], records[9]) = (records[9], records[0]));

        AssertFound($"ObjectAltered {Block} {Name} -", $"RecordReordered {Block} {Name} 9", $"RecordReordered {Block} {Name} 0");
    }

    [Fact]
    public void An_added_record_is_named()
    {
        _copy.Change(Block, records => records.Insert(5, Records.Record(1)));

        AssertFound($"ObjectAltered {Block} {Name} -", $"RecordAdded {Block} {Name} 5");
    }

    [Fact]
    public void A_dropped_file_and_an_added_one_are_named()
    {
        File.Delete(_copy.File(Block));
        File.WriteAllText(Path.Combine(_copy.Files, "extra.json"), Records.File(0, 1));

        AssertFound($"ObjectMissing {Block} {Name} -", "ObjectAdded - extra -");
    }

    [Fact]
    public void A_renamed_file_is_missing_under_its_own_name_and_added_under_the_other()
    {
        File.Move(_copy.File(Block), Path.Combine(_copy.Files, "renamed.json.gz"));

        AssertFound($"ObjectMissing {Block} {Name} -", "ObjectAdded - renamed -");
    }

    [Fact]
    public void A_file_replaced_by_garbage_is_named_with_all_its_records()
    {
        File.WriteAllText(_copy.File(Block), "garbage");

        AssertFound([$"ObjectAltered {Block} {Name} -", .. Enumerable.Range(0, 22).Select(record => $"RecordMissing {Block} {Name} {record}")]);
    }

    [Fact]
    public void A_file_cut_short_is_named_and_no_other_is()
    {
        File.WriteAllBytes(_copy.File(Block), File.ReadAllBytes(_copy.File(Block))[..^100]);

        var (exitCode, findings) = _copy.Findings();

        Assert.Equal(1, exitCode);
        Assert.Equal($"ObjectAltered {Block} {Name} -", findings[0]);
        Assert.Contains($"RecordMissing {Block} {Name} 21", findings);
        Assert.All(findings, finding => Assert.Contains($" {Block} {Name} ", finding, StringComparison.Ordinal));
    }

    [Fact]
    public void Damage_to_several_files_is_named_file_by_file()
    {
        _copy.Change(7, records => records.RemoveAt(0));
        _copy.Change(9, records => records.Reverse(3, 2));
        File.Delete(_copy.File(11));

        var (exitCode, findings) = _copy.Findings();

        Assert.Equal(1, exitCode);
        Assert.Equal(["7", "7", "9", "9", "11"], findings.Select(finding => finding.Split(' ')[1]));
    }

    [Fact]
    public void A_path_or_a_store_that_is_not_there_is_a_failure_and_not_a_finding()
    {
        var noPath = CliRun.Run("verify", "/not/there", "--store", _copy.Store);
        var noStore = CliRun.Run("verify", _copy.Files, "--store", _copy.Store + ".not");

        Assert.Equal([3, 3], [noPath.ExitCode, noStore.ExitCode]);
        Assert.Contains("/not/there", noPath.Error, StringComparison.Ordinal);
        Assert.Contains("store.db.not", noStore.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_copy.Store + ".not"));
    }

    private string Name => Path.GetFileName(_copy.Key(Block)).Split('_')[^1].Split('.')[0];

    private void AssertFound(params string[] expected)
    {
        var (exitCode, findings) = _copy.Findings();
        Assert.Equal(1, exitCode);
        Assert.Equal(expected.Order(StringComparer.Ordinal), findings.Order(StringComparer.Ordinal));
    }
}
