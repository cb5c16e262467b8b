using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sealtrail.Core.Alerting;

namespace Sealtrail.Cli.Embedded;

/// <summary>Alerts in SQLite.</summary>
internal sealed class SqliteAlerts(SqliteStore store) : IAlertStore
{
    public Task<OpenResult> OpenAsync(Alert alert, string key, AlertLimits limits, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
        var time = alert.Time?.ToUnixTimeMilliseconds();
        return store.WriteAsync(
            batch =>
            {
                if (batch.Query("SELECT id, time FROM alerts WHERE id = ?1", [alert.Id], Standing) is [var same])
                {
                    return new OpenResult(OpenStatus.AlreadyOpen, same.Id, same.Time);
                }

                // The first that was opened: one opened later must not take over what was counted for it.
                var by = batch.Query(
                    """
                    SELECT id, time FROM alerts
                    WHERE key = ?1 AND (time IS NULL OR ?2 IS NULL OR abs(time - ?2) < ?3) ORDER BY rowid LIMIT 1
                    """,
                    [hash, time, (long)limits.Window.TotalMilliseconds], Standing);
                if (by is [var standing])
                {
                    return new OpenResult(OpenStatus.Suppressed, standing.Id, standing.Time);
                }

                var ofRule = batch.Query(
                    "SELECT count(*) FROM alerts WHERE rule = ?1 AND storm = 0 AND (time IS NULL OR ?2 IS NULL OR abs(time - ?2) < ?3)",
                    [alert.RuleId, time, (long)limits.Window.TotalMilliseconds], row => row.GetInt64(0)).Single();
                if (ofRule >= limits.MostOfARule)
                {
                    return new OpenResult(OpenStatus.Storm, alert.Id, alert.Time);
                }

                batch.Execute(
                    "INSERT INTO alerts (id, key, rule, storm, time, level, published, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)",
                    alert.Id, hash, alert.RuleId, alert.IsStorm ? 1 : 0, time, (int)alert.Level, AlertJson.Write(alert));
                return new OpenResult(OpenStatus.Opened, alert.Id, alert.Time);
            },
            cancellation);
    }

    public Task SuppressAsync(string alertId, long block, AlertRepeats repeats, CancellationToken cancellation) => store.WriteAsync(
        batch => batch.Execute(
            "INSERT OR REPLACE INTO suppressed (alert_id, block, count, first, last, examples) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            alertId, block, repeats.Count, repeats.First?.ToUnixTimeMilliseconds(), repeats.Last?.ToUnixTimeMilliseconds(),
            JsonSerializer.Serialize(repeats.Examples)),
        cancellation);

    public Task<IReadOnlyList<(Alert Alert, AlertRepeats Repeats)>> ReadPendingAsync(CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<(Alert, AlertRepeats)>>(
            batch => WithRepeats(batch, batch.Query("SELECT body FROM alerts WHERE published = 0 ORDER BY time, id", [], row => AlertJson.Read(row.GetString(0)))),
            cancellation);

    public Task MarkPublishedAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellation) => store.WriteAsync(
        batch => alertIds.Sum(id => batch.Execute("UPDATE alerts SET published = 1 WHERE id = ?1", id)),
        cancellation);

    public async IAsyncEnumerable<(Alert Alert, AlertRepeats Repeats)> ReadAsync(AlertQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = await store.ReadAsync(
            batch => WithRepeats(batch, batch.Query(
                """
                SELECT body FROM alerts
                WHERE level >= ?1 AND (?2 IS NULL OR time >= ?2) AND (?3 IS NULL OR time < ?3) AND (?4 IS NULL OR rule = ?4) ORDER BY time DESC, id
                """,
                [(int)query.Least, query.Since?.ToUnixTimeMilliseconds(), query.Until?.ToUnixTimeMilliseconds(), query.RuleId],
                row => AlertJson.Read(row.GetString(0)))),
            cancellation);
        foreach (var row in rows)
        {
            yield return row;
        }
    }

    public Task<AlertTotals> ReadTotalsAsync(CancellationToken cancellation) => store.ReadAsync(
        batch => batch.Query(
            "SELECT (SELECT count(*) FROM alerts), (SELECT coalesce(sum(count), 0) FROM suppressed)", [],
            row => new AlertTotals(row.GetInt64(0), row.GetInt64(1))).Single(),
        cancellation);

    private static (string Id, DateTimeOffset? Time) Standing(SqliteDataReader row) =>
        (row.GetString(0), Time(row, 1));

    private static List<(Alert, AlertRepeats)> WithRepeats(SqliteBatch batch, List<Alert> alerts) => alerts.ConvertAll(alert => (alert, batch
        .Query("SELECT count, first, last, examples FROM suppressed WHERE alert_id = ?1 ORDER BY block", [alert.Id], Repeats)
        .Aggregate(AlertRepeats.None, (sum, part) => sum.With(part))));

    private static AlertRepeats Repeats(SqliteDataReader row) => new(
        row.GetInt64(0), Time(row, 1), Time(row, 2), [.. JsonSerializer.Deserialize<string[]>(row.GetString(3)) ?? []]);

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
