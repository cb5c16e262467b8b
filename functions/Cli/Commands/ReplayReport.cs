using System.Text.Json.Nodes;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Spectre.Console;

namespace Sealtrail.Cli.Commands;

/// <summary>Ends a replay: the alerts that wait, and the accounting.</summary>
internal static class ReplayReport
{
    public static async Task PrintAsync(Terminal terminal, SqliteStore store, ReplaySummary summary, EventNotes notes, CancellationToken cancellation)
    {
        var alerts = new SqliteAlerts(store);
        var notifier = new TerminalNotifier(terminal, notes);
        await new AlertDesk(alerts, AlertLimits.Default).PublishPendingAsync(notifier, cancellation);
        notifier.Finish();
        var head = await new SqliteLedger(store).ReadHeadAsync(cancellation);
        var index = await new SqliteIndex(store).ReadTotalsAsync(cancellation);
        var alerted = await alerts.ReadTotalsAsync(cancellation);
        if (terminal.IsJson)
        {
            Terminal.WriteJson(Json(store, summary, head, index, alerted));
        }
        else
        {
            Print(terminal, store, summary, head, index, alerted);
        }
    }

    private static void Print(Terminal terminal, SqliteStore store, ReplaySummary summary, LedgerHead head, IndexTotals index, AlertTotals alerted)
    {
        var table = Terminal.Table("", "this run", "the store").Title("Every record accounted for");
        foreach (var column in table.Columns.Skip(1))
        {
            column.Alignment = Justify.Right;
        }

        Row("objects", summary.Objects, index.Objects);
        Row("received", summary.Received, index.Received);
        Row("  indexed", summary.Indexed, index.Indexed);
        Row("  duplicates", summary.Duplicates, index.Duplicates);
        Row("  rejected", summary.Rejected, index.Rejected);
        Row("alerts", summary.Alerts, alerted.Alerts);
        Row("  repeats suppressed", summary.Suppressed, alerted.Suppressed);
        Row("blocks sealed", summary.Blocks, head.Size);
        terminal.Write(table);
        if (summary.DoneBefore > 0)
        {
            terminal.Write($"{summary.DoneBefore} of {summary.Objects} objects were in the store already; their records count as duplicates of this run");
        }

        foreach (var (name, problem) in summary.Failed)
        {
            terminal.Note($"[red]not processed[/] {Terminal.Safe(name)}: {Terminal.Safe(problem)}");
        }

        terminal.Write($"store {Terminal.Safe(store.Path)}, head {head.LeafHash.ToBase64()}, {summary.Elapsed.TotalSeconds:N1} s");
        if (summary.Rejected > 0)
        {
            terminal.Write("[grey]what was rejected, and why: sealtrail rejected[/]");
        }

        void Row(string label, long run, long total) => table.AddRow(label, $"{run:N0}", $"{total:N0}");
    }

    private static JsonObject Json(SqliteStore store, ReplaySummary summary, LedgerHead head, IndexTotals index, AlertTotals alerted) => new()
    {
        ["objects"] = summary.Objects,
        ["received"] = summary.Received,
        ["indexed"] = summary.Indexed,
        ["duplicates"] = summary.Duplicates,
        ["rejected"] = summary.Rejected,
        ["alerts"] = summary.Alerts,
        ["suppressed"] = summary.Suppressed,
        ["blocks"] = summary.Blocks,
        ["head"] = head.LeafHash.ToBase64(),
        ["elapsedSeconds"] = Math.Round(summary.Elapsed.TotalSeconds, 3),
        ["bytesInflated"] = summary.BytesInflated,
        ["objectsDoneBefore"] = summary.DoneBefore,
        ["failed"] = new JsonArray([.. summary.Failed.Select(failed => new JsonObject { ["object"] = failed.Name, ["problem"] = failed.Problem })]),
        ["store"] = new JsonObject
        {
            ["path"] = store.Path,
            ["objects"] = index.Objects,
            ["received"] = index.Received,
            ["indexed"] = index.Indexed,
            ["duplicates"] = index.Duplicates,
            ["rejected"] = index.Rejected,
            ["alerts"] = alerted.Alerts,
            ["suppressed"] = alerted.Suppressed,
            ["blocks"] = head.Size,
        },
    };
}
