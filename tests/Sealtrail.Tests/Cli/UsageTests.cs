using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

/// <summary>What a user asks for and cannot have: 2 for a mistake in the asking, 3 for a failure, both told on standard error.</summary>
public sealed class UsageTests
{
    public static TheoryData<string> Mistakes =>
    [
        "",
        "nonsense",
        "replay",
        "show",
        "detect",
        "rules",
        "rules frob",
        "replay x --window 0",
        "replay x --window soon",
        "replay x --readers 0",
        "replay x --readers 65",
        "replay x --max-depth 0",
        "replay x --max-record 0",
        "replay x --max-inflated 0",
        "replay x --rules /no/such/rules",
        "search --limit 0",
        "search --limit -5",
        "search --limit many",
        "search --since yesterday",
        "search --until 2026-13-01",
        "search --output yaml",
        "search --nonsense",
        "search extra",
        "show a b",
        "alerts --level urgent",
        "alerts --as fax",
        "alerts --until tomorrow",
        "detect x --rules /no/such/rules",
        "rules check /no/such/rules",
        "rules test /no/such/rules",
    ];

    public static TheoryData<string> Failures =>
    [
        "replay /no/such/log --store {0}",
        "search --store {0}",
        "show x --store {0}",
        "alerts --store {0}",
        "rejected --store {0}",
        "search --store {1}",
        "alerts --store {1}",
        "replay {1} --store {1}",
        "detect /no/such/log",
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_exit_code_2_and_nothing_on_standard_output(string arguments)
    {
        var run = CliRun.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("sealtrail: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_is_one_line_with_exit_code_3_and_no_stack_trace(string arguments)
    {
        using var folder = new CliFolder();
        var text = folder.Write("text.json", "this is no database, and long enough not to look like an empty one");
        var command = arguments.Replace("{0}", folder.Store, StringComparison.Ordinal).Replace("{1}", text, StringComparison.Ordinal);

        var run = CliRun.Run(command.Split(' '));

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("sealtrail: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal));
        Assert.False(File.Exists(folder.Store));
    }

    [Fact]
    public void A_mistake_in_the_asking_is_found_before_anything_is_written()
    {
        using var folder = new CliFolder();
        var log = folder.Write("log.json", Records.File(1, 1));

        Assert.Equal(2, folder.Run("replay", log, "--rules", folder.At("no-such-rules")).ExitCode);
        Assert.Equal(2, folder.Run("replay", log, "--window", "0").ExitCode);
        Assert.False(File.Exists(folder.Store));
    }

    [Fact]
    public void Where_there_is_no_store_the_message_says_how_one_is_made()
    {
        using var folder = new CliFolder();

        Assert.Contains($"'sealtrail replay PATH --store {folder.Store}'", folder.Run("search").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("replay --help")]
    [InlineData("rules check --help")]
    [InlineData("--version")]
    public void Help_and_version_are_printed_with_exit_code_0(string arguments)
    {
        var run = CliRun.Run(arguments.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public void Help_names_every_command_of_the_manual()
    {
        var help = CliRun.Run("--help").Out;

        Assert.All(["replay", "search", "show", "alerts", "rejected", "verify", "rules", "detect"], command => Assert.Contains($"  {command} ", help, StringComparison.Ordinal));
    }
}
