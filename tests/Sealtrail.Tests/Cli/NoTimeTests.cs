using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

/// <summary>Records without a time that can be read are events like others.</summary>
public sealed class NoTimeTests
{
    private static readonly string NoTime = Records.Record(1, "StopLogging").Replace($"\"eventTime\":\"{Records.Time(1)}\",", "", StringComparison.Ordinal);

    [Fact]
    public void An_event_without_a_time_is_indexed_found_and_shown()
    {
        using var folder = new CliFolder();
        folder.Run("replay", folder.Write("log.json", Records.File(NoTime.Replace("StopLogging", "ListUsers", StringComparison.Ordinal))));

        Assert.StartsWith("no time alice ec2:ListUsers ok", folder.Run("search").Out, StringComparison.Ordinal);
        Assert.Contains("When        no time\n", folder.Run("show", Records.Id(1)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alert_of_an_event_without_a_time_is_published_and_listed_like_any_other()
    {
        using var folder = new CliFolder();
        var rules = folder.Write("stop.yml", CliFolder.StopRule);

        var run = folder.Run("replay", folder.Write("log.json", Records.File(NoTime)), "--rules", rules);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("HIGH     no time Logging stopped\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, folder.Run("alerts").ExitCode);
    }

    [Fact]
    public void An_alert_of_an_event_without_a_time_does_not_keep_other_alerts_from_being_published()
    {
        using var folder = new CliFolder();
        var rules = folder.Write("stop.yml", CliFolder.StopRule);
        folder.Run("replay", folder.Write("log.json", Records.File(NoTime)), "--rules", rules);

        var run = folder.Run("replay", folder.Write("next.json", Records.File(Records.Record(2, "StopLogging").Replace("alice", "bob", StringComparison.Ordinal))), "--rules", rules);

        Assert.Contains("bob did ec2:StopLogging", run.Out, StringComparison.Ordinal);
    }

}
