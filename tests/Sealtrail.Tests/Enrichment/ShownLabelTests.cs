using Sealtrail.Tests.Support;
using Xunit;
using static Sealtrail.Tests.Support.MmdbBuilder;

namespace Sealtrail.Tests.Enrichment;

/// <summary>Labels and places are said when events are shown, and change nothing that is stored.</summary>
public sealed class ShownLabelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sealtrail-labels-").FullName;

    [Fact]
    public void Events_carry_the_labels_of_today_and_verify_does_not_mind()
    {
        var (store, trail, labels, geo) = (At("store.db"), At("trail.json.gz"), At("labels.yml"), At("asn.mmdb"));
        File.WriteAllBytes(trail, Gzip.Of(Records.File(1, 2)));
        File.WriteAllText(labels, """
            networks: {198.51.100.0/24: Berlin office}
            accounts: {"111122223333": production}
            principals: {"arn:aws:iam::111122223333:user/alice": Alice of payments}
            """);
        File.WriteAllBytes(geo, Database());
        Assert.Equal(0, CliRun.Run("replay", trail, "--store", store, "--labels", labels, "--geo", geo).ExitCode);

        var found = CliRun.Run("search", "--store", store, "--labels", labels, "--geo", geo, "--output", "json").JsonLines.First();
        Assert.Equal("Berlin office", (string?)found["labels"]!["origin"]);
        Assert.Equal("production", (string?)found["labels"]!["account"]);
        Assert.Equal("Alice of payments", (string?)found["labels"]!["actor"]);
        Assert.Equal("DE", (string?)found["place"]!["country"]);
        Assert.Equal(64500, (long?)found["place"]!["asn"]);
        Assert.Equal("aws-cli", (string?)found["tool"]!["name"]);

        var shown = CliRun.Run("show", Records.Id(1), "--store", store, "--labels", labels, "--geo", geo).Out;
        Assert.Contains("alice (Alice of payments)", shown, StringComparison.Ordinal);
        Assert.Contains("198.51.100.7 Berlin office, DE, AS64500 Example Net (Public)", shown, StringComparison.Ordinal);
        Assert.Contains("111122223333 (production), eu-central-1", shown, StringComparison.Ordinal);
        Assert.Contains("aws-cli (user agent, chosen by the caller)", shown, StringComparison.Ordinal);

        Assert.Null(CliRun.Run("search", "--store", store, "--output", "json").JsonLines.First()["labels"]);
        Assert.Equal(0, CliRun.Run("verify", trail, "--store", store).ExitCode);
    }

    [Fact]
    public void A_wrong_label_file_is_one_line_that_says_where()
    {
        var labels = At("labels.yml");
        File.WriteAllText(labels, "networks:\n  198.51.100.7/24: Berlin office\n");

        var run = CliRun.Run("search", "--store", At("none.db"), "--labels", labels);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"sealtrail: {labels}, line 2: '198.51.100.7/24' has bits beyond its prefix; write 198.51.100.0/24", run.Error.TrimEnd());
    }

    [Fact]
    public void A_wrong_database_is_one_line_that_names_it()
    {
        var geo = At("geo.mmdb");
        File.WriteAllText(geo, "not a database");

        var run = CliRun.Run("search", "--store", At("none.db"), "--geo", geo);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"sealtrail: {geo}: this is no MaxMind DB file: its marker is not there", run.Error.TrimEnd());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Database()
    {
        var builder = new MmdbBuilder(28, 4);
        return builder.Network("198.51.100.0/24", builder.Data(Map(
            ("country", Map(("iso_code", Text("DE")))),
            ("autonomous_system_number", UInt32(64500)),
            ("autonomous_system_organization", Text("Example Net"))))).Build();
    }

    private string At(string name) => Path.Combine(_folder, name);
}
