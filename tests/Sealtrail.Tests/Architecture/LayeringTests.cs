using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Architecture;

public sealed class LayeringTests
{
    private static readonly string[] Stages = ["Parsing", "Enrichment", "Chaining", "Indexing", "Detection", "Alerting"];

    [Fact]
    public void Core_references_nothing_but_the_base_library_and_YAML()
    {
        var references = typeof(AuditEvent).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.All(references, name => Assert.True(
            name == "YamlDotNet" || name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "netstandard", name));
    }

    [Fact]
    public void No_stage_names_another_stage()
    {
        var arrows = new List<string>();
        foreach (var stage in Stages)
        {
            var others = string.Join('|', Stages.Append("Processing").Where(other => other != stage));
            var named = new Regex($@"(Sealtrail\.Core\.|using |global::|[^\w.]){{1}}({others})\.[A-Z]");
            arrows.AddRange(SourceFiles(stage).SelectMany(file => Code(file)
                .Where(line => named.IsMatch(line))
                .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}")));
            var import = new Regex($@"^\s*(global )?using .*Sealtrail\.Core\.({others})\b");
            arrows.AddRange(SourceFiles(stage).SelectMany(file => Code(file).Where(line => import.IsMatch(line)).Select(line => $"{file}: {line}")));
        }

        Assert.Empty(arrows);
    }

    [Fact]
    public void The_vocabulary_names_no_stage()
    {
        var stages = new Regex($@"Sealtrail\.Core\.({string.Join('|', Stages)}|Processing)\b");

        Assert.All(SourceFiles("Events"), file => Assert.DoesNotMatch(stages, File.ReadAllText(file)));
    }

    [Fact]
    public void The_verifier_shares_no_code_with_the_writer_but_values_and_its_head()
    {
        var writer = new Regex(@"\b(MerkleRoot|LeafHasher|SealedBlock|BlockDraft|Ledger|ILedgerStore|RecordReader|ContentBuffer|JsonTape|JsonValue)\b");

        Assert.All(
            SourceFiles(Path.Combine("Chaining", "Verifying")),
            file => Assert.DoesNotMatch(writer, string.Join('\n', Code(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))));
    }

    [Fact]
    public void Every_package_is_pinned_to_an_exact_version_and_says_why_it_is_there()
    {
        var file = XDocument.Load(Repository.Path("Directory.Packages.props"), LoadOptions.PreserveWhitespace);
        foreach (var package in file.Descendants("PackageVersion"))
        {
            Assert.Matches(@"^\d+(\.\d+)+$", (string?)package.Attribute("Version"));
        }

        var reasons = file.DescendantNodes().OfType<XComment>().Count();
        Assert.True(reasons >= 7, $"{reasons} reasons");
    }

    [Fact]
    public void Every_project_has_its_lock_file()
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories);

        Assert.All(projects, project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), project));
    }

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Repository.Path("functions", "Core", folder), "*.cs", SearchOption.AllDirectories);

    private static IEnumerable<string> Code(string file) =>
        File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal));
}
