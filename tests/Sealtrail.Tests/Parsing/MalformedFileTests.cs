using System.Text.Json;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>The sample files of events/: for each, what was received and what of it was rejected.</summary>
public sealed class MalformedFileTests
{
    private static readonly Dictionary<string, (int Received, int Rejected)> Expected = new(StringComparer.Ordinal)
    {
        ["bad-time.json.gz"] = (3, 0),
        ["bare-array.json"] = (3, 0),
        ["bare-object.json"] = (1, 0),
        ["broken-record.json.gz"] = (3, 1),
        ["config-snapshot.json.gz"] = (0, 0),
        ["deep.json.gz"] = (3, 1),
        ["empty.json.gz"] = (0, 0),
        ["eventbridge.json"] = (1, 0),
        ["keys-by-case.json.gz"] = (2, 0),
        ["lines.jsonl"] = (5, 1),
        ["lookup-events.json"] = (3, 0),
        ["missing-fields.json.gz"] = (5, 0),
        ["no-records.json.gz"] = (1, 1),
        ["not-gzip.json.gz"] = (1, 1),
        ["not-json.json.gz"] = (1, 1),
        ["odd-addresses.json.gz"] = (6, 0),
        ["odd-parameters.json.gz"] = (9, 0),
        ["records-not-objects.json.gz"] = (4, 3),
        ["truncated.json.gz"] = (3, 1),
        ["unclosed-record.json.gz"] = (5, 1),
    };

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.Path("events", "malformed")).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_malformed_file_gives_all_that_can_be_read_of_it(string file)
    {
        var read = await Sample.ReadAsync(await File.ReadAllBytesAsync(Repository.Path("events", "malformed", file)));

        Assert.Equal(Expected[file], ((int)read.Received, (int)read.Rejected));
        Assert.Equal(read.Received, read.Records!.Count + read.Rejected);
        Assert.Equal(read.Rejected, read.Rejections.Length);
    }

    [Fact]
    public async Task The_day_holds_393_records_of_375_events_and_nothing_is_rejected()
    {
        var ids = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Repository.Path("events", "day"), "*.gz", SearchOption.AllDirectories))
        {
            var read = await Sample.ReadAsync(await File.ReadAllBytesAsync(file));
            Assert.Equal(0, read.Rejected);
            ids.AddRange(read.Records!.Select(record => record.Event.Id.ToString() + record.Event.Id.Digest));
        }

        Assert.Equal(393, ids.Count);
        Assert.Equal(375, ids.Distinct().Count());
    }

    [Fact]
    public async Task Every_call_of_the_day_says_when_what_who_and_where()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("events", "day"), "*.gz", SearchOption.AllDirectories))
        {
            var read = await Sample.ReadAsync(await File.ReadAllBytesAsync(file));
            var calls = read.Records!.Select(record => record.Event).Where(e => e.Category != EventCategory.Insight);
            Assert.All(calls, e =>
            {
                Assert.NotNull(e.Time);
                Assert.All([e.Account, e.Region, e.Service, e.Action, e.Type, e.Actor.Name], text => Assert.NotEqual("", text));
                Assert.NotEqual("unknown", e.Actor.Name);
            });
        }
    }

    [Fact]
    public void A_standard_JSON_parser_finds_the_same_records_in_the_day()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("events", "day"), "*.gz", SearchOption.AllDirectories))
        {
            using var gzip = new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress);
            using var document = JsonDocument.Parse(gzip);
            var expected = document.RootElement.TryGetProperty("Records", out var records)
                ? records.EnumerateArray().Select(record => record.GetRawText()).ToList()
                : [];

            Assert.Equal(expected, Reading.Of(File.ReadAllBytes(file)).Records);
        }
    }
}
