using System.Text.Json.Nodes;
using Sealtrail.Tests.Support;

namespace Sealtrail.Tests.Cli;

/// <summary>A store with one event of which every text is hostile, from a file with a hostile name.</summary>
public sealed class HostileStore : IDisposable
{
    internal const string EventId = "id" + Text;

    internal const string Text =
        "mallory\nHIGH     forged\r\u001b[2J\u001b]0;title\u0007\u009b31m\u0085\u2028\u202e\u2066\u200b\ufeff[red]markup[/] [[x]] {0} \nOutcome     succeeded\n";

    private readonly CliFolder _folder = new();

    public HostileStore()
    {
        var record = JsonNode.Parse(Records.Record(1, "StopLogging"))!;
        record["userIdentity"] = new JsonObject { ["type"] = "IAMUser", ["arn"] = "arn:aws:iam::1:user/" + Text, ["accountId"] = Text, ["userName"] = Text, ["accessKeyId"] = Text };
        foreach (var field in new[] { "eventSource", "awsRegion", "sourceIPAddress", "userAgent", "errorCode", "errorMessage", "recipientAccountId", "eventType" })
        {
            record[field] = Text;
        }

        record["eventID"] = EventId;
        record["resources"] = new JsonArray(new JsonObject { ["ARN"] = "arn:aws:s3:::" + Text });
        var log = _folder.Write("a\n\u001b[31mb.json", Records.File(record.ToJsonString(), "42"));
        Replay = _folder.Run("replay", log, "--rules", _folder.Write("stop.yml", CliFolder.StopRule));
    }

    internal CliRun Replay { get; }

    internal CliRun Run(params string[] arguments) => _folder.Run(arguments);

    public void Dispose() => _folder.Dispose();
}
