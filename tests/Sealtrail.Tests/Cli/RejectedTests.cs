using System.IO.Compression;
using System.Text;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

public sealed class RejectedTests(Day day) : IClassFixture<Day>
{
    [Fact]
    public void Everything_that_did_not_become_an_event_is_listed_with_file_position_and_reason()
    {
        var rejected = day.Run("rejected", "--output", "json").JsonLines.ToList();

        Assert.Equal(11, rejected.Count);
        Assert.All(rejected, item =>
        {
            Assert.StartsWith("malformed/", (string)item["file"]!, StringComparison.Ordinal);
            Assert.StartsWith("file:malformed/", (string)item["source"]!, StringComparison.Ordinal);
            Assert.NotEmpty((string)item["reason"]!);
            Assert.True((long)item["length"]! > 0);
        });
        Assert.Equal(
            ["broken-record.json.gz", "deep.json.gz", "lines.jsonl", "no-records.json.gz", "not-gzip.json.gz", "not-json.json.gz",
                "records-not-objects.json.gz", "records-not-objects.json.gz", "records-not-objects.json.gz", "truncated.json.gz", "unclosed-record.json.gz"],
            rejected.Select(item => Path.GetFileName((string)item["file"]!)));
    }

    [Fact]
    public void A_position_names_the_bytes_that_were_rejected()
    {
        var rejected = day.Run("rejected", "--output", "json").JsonLines.Where(item => (string?)item["file"] == "malformed/records-not-objects.json.gz").ToList();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.Path("events", "malformed", "records-not-objects.json.gz")), CompressionMode.Decompress), Encoding.Latin1);
        var content = reader.ReadToEnd();

        var bytes = rejected.Select(item => content.Substring((int)item["offset"]!, (int)item["length"]!)).ToList();

        Assert.Equal([0, 1, 2], rejected.Select(item => (int?)item["place"]));
        Assert.True(int.TryParse(bytes[0], out _), bytes[0]);
        Assert.Matches("^\".*\"$", bytes[1]);
        Assert.Equal("null", bytes[2]);
    }

    [Fact]
    public void As_text_each_is_one_line()
    {
        var run = day.Run("rejected");

        Assert.Equal(11, run.Out.Count(letter => letter == '\n'));
        Assert.Matches(@"(?m)^malformed/deep\.json\.gz record 1, byte 1065, 4016 bytes \(block \d+\): the record is nested 301 deep, more than the limit of 128$", run.Out);
        Assert.Equal("11 rejected; their bytes stay in the archive, sealed\n", run.Error);
    }

    [Fact]
    public void A_sound_replay_has_nothing_to_list()
    {
        using var folder = new CliFolder();
        folder.Run("replay", folder.Write("log.json", Records.File(1, 3)));

        Assert.Equal((0, ""), (folder.Run("rejected").ExitCode, folder.Run("rejected", "--output", "json").Out));
    }
}
