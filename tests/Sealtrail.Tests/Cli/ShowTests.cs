using System.IO.Compression;
using System.Text;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

public sealed class ShowTests(Day day) : IClassFixture<Day>
{
    private const string StopLogging = "0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b";

    [Fact]
    public void An_event_is_shown_fact_by_fact_and_its_record_byte_for_byte()
    {
        var run = day.Run("show", StopLogging, "--raw");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Event       {StopLogging}\nWhen        2026-11-10T13:32:05Z\nWho         svc-metrics\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\nOn          arn:aws:cloudtrail:eu-central-1:444455556666:trail/prod-data-trail\nOutcome     succeeded\n", run.Out, StringComparison.Ordinal);
        var record = run.Out.TrimEnd('\n').Split('\n')[^1];
        Assert.StartsWith("{\"eventVersion\"", record, StringComparison.Ordinal);
        Assert.Contains(Samples(), sample => sample.Contains(record, StringComparison.Ordinal));
    }

    [Fact]
    public void As_JSON_the_event_carries_its_record()
    {
        var json = day.Run("show", StopLogging, "--output", "json").Json;

        Assert.Equal((StopLogging, "StopLogging", 17), ((string?)json["id"], (string?)json["action"], (int?)json["block"]));
        Assert.Equal(StopLogging, (string?)json["record"]!["eventID"]);
        Assert.Null(json["recordProblem"]);
    }

    [Fact]
    public void An_id_that_is_not_there_is_told_with_exit_code_1_and_nothing_on_standard_output()
    {
        foreach (var output in new[] { "text", "json" })
        {
            var run = day.Run("show", "no-such-event", "--output", output);

            Assert.Equal((1, ""), (run.ExitCode, run.Out));
            Assert.Equal($"sealtrail: there is no event no-such-event in {day.Store}\n", run.Error);
        }
    }

    [Fact]
    public void A_record_that_was_changed_after_it_was_sealed_is_not_shown_as_if_it_were_the_record()
    {
        using var folder = new CliFolder();
        var log = folder.Write("log.json", Records.File(1, 2));
        folder.Run("replay", log);
        folder.Write("log.json", Records.File(1, 2).Replace("alice", "carol", StringComparison.Ordinal));

        var run = folder.Run("show", Records.Id(1));

        Assert.Contains("is not in the archive as it was sealed", run.Out, StringComparison.Ordinal);
        Assert.Contains("Who         alice\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("carol", run.Out, StringComparison.Ordinal);
        Assert.NotNull((string?)folder.Run("show", Records.Id(1), "--output", "json").Json["recordProblem"]);
    }

    [Fact]
    public void Two_records_under_one_event_id_are_both_shown()
    {
        using var folder = new CliFolder();
        var log = folder.Write("log.json", Records.File(Records.Record(1), Records.Record(1).Replace("alice", "mallory", StringComparison.Ordinal)));
        folder.Run("replay", log);

        var run = folder.Run("show", Records.Id(1));

        Assert.Contains("Who         alice\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Who         mallory\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("2 different records", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_stand_twice_are_both_in_the_record_as_JSON()
    {
        using var folder = new CliFolder();
        folder.Run("replay", folder.Write("log.json", Records.File(Records.Record(1, extra: "\"x\":1,\"x\":2,"))));

        var run = folder.Run("show", Records.Id(1), "--output", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"x\": 1,\n    \"x\": 2,", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_nested_as_deep_as_the_limit_allows_is_shown_as_JSON()
    {
        using var folder = new CliFolder();
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 100)) + "1" + new string('}', 100);
        folder.Run("replay", folder.Write("log.json", Records.File(Records.Record(1, extra: $"\"x\":{deep},"))));

        var run = folder.Run("show", Records.Id(1), "--output", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    private static IEnumerable<string> Samples()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("events", "day"), "*.gz", SearchOption.AllDirectories))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }
}
