using System.Text;
using Sealtrail.Core.Detection;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

/// <summary>rules check and rules test.</summary>
public sealed class RulesCommandTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    public void The_built_in_rules_are_sound(string command)
    {
        var run = CliRun.Run("rules", command, "--output", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Empty(run.Json["problems"]!.AsArray());
        Assert.Equal(RuleSet.BuiltIn(examples: true).Count(), (int)run.Json[command == "check" ? "loaded" : "rules"]!);
    }

    [Fact]
    public void A_broken_rule_is_named_by_file_line_and_construct_with_exit_code_1()
    {
        using var folder = new CliFolder();
        var bad = folder.Write("rules/bad.yml", "title: bad\nlogsource: {product: aws}\ndetection:\n  sel:\n    a|like: 1\n  condition: sel\n");
        folder.Write("rules/stop.yml", CliFolder.StopRule);

        var run = CliRun.Run("rules", "check", folder.At("rules"));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal($"{bad}:5 refused like: there is no such modifier in Sigma 2.1\n1 rules loaded, 1 refused\n", run.Out);
        var problem = CliRun.Run("rules", "check", folder.At("rules"), "--output", "json").Json["problems"]!.AsArray().Single()!;
        Assert.Equal((bad, 5, "like", true), ((string?)problem["file"], (int?)problem["line"], (string?)problem["construct"], (bool?)problem["refused"]));
    }

    [Fact]
    public void A_rule_for_another_log_is_a_warning_and_no_failure()
    {
        using var folder = new CliFolder();
        folder.Write("rules/windows.yml", CliFolder.StopRule.Replace("product: aws, service: cloudtrail", "product: windows", StringComparison.Ordinal));

        var run = CliRun.Run("rules", "check", folder.At("rules"));

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"{folder.At("rules/windows.yml")}:1 warning logsource: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_event_that_fails_is_named_by_file_and_line_with_exit_code_1()
    {
        using var folder = new CliFolder();
        var file = folder.Write("rules/stop.yml", CliFolder.StopRule.Replace(
            "{next_steps: [Start it again.]}",
            "\n  tests:\n    match:\n      - {name: wrong, event: '{\"eventName\":\"Start\"}'}\n      - {name: right, event: '{\"eventName\":\"StopLogging\"}'}",
            StringComparison.Ordinal));

        var run = CliRun.Run("rules", "test", folder.At("rules"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"failed {file}:9 Logging stopped: wrong: should match and does not\n1 rules, 2 events, 1 failed, 0 rules without events\n", run.Out);
        var failed = CliRun.Run("rules", "test", file, "--output", "json").Json["failed"]!.AsArray().Single()!;
        Assert.Equal((file, 9, "wrong"), ((string?)failed["file"], (int?)failed["line"], (string?)failed["event"]));
    }

    [Fact]
    public void A_refused_rule_fails_the_test_of_rules_too_and_an_untested_one_is_told()
    {
        using var folder = new CliFolder();
        folder.Write("bad/bad.yml", CliFolder.StopRule.Replace("eventName:", "eventName|like:", StringComparison.Ordinal));
        folder.Write("good/stop.yml", CliFolder.StopRule);

        Assert.Equal(1, CliRun.Run("rules", "test", folder.At("bad")).ExitCode);
        var run = CliRun.Run("rules", "test", folder.At("good"));
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"untested {folder.At("good/stop.yml")} Logging stopped brings no events\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_in_a_rule_file_cannot_forge_a_line()
    {
        using var folder = new CliFolder();
        folder.Write("rules/a.yml", "title: \"x\\n9 rules loaded\\e[31m\"\nlogsource: {product: \"y\\nz\"}\ndetection: {}\n");

        var run = CliRun.Run("rules", "check", folder.At("rules"));

        Assert.Equal(2, run.Out.Count(letter => letter == '\n'));
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Theory]
    [InlineData("sel: &a [*a, x]\n  condition: sel")]
    [InlineData("sel: {a: b}\n  condition: &c [*c]")]
    [InlineData("sel: {a: b}\n  ? &k [*k]\n  : x\n  condition: sel")]
    public void An_alias_inside_of_what_it_names_is_refused_and_does_not_end_the_process(string detection)
    {
        using var folder = new CliFolder();
        folder.Write("rules/self.yml", $"title: self\nlogsource: {{product: aws}}\ndetection:\n  {detection}\n");

        var run = CliRun.Run("rules", "check", folder.At("rules"));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
    }
}
