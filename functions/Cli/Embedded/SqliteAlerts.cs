using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Sealtrail.Core.Alerting;

namespace Sealtrail.Cli.Embedded;

/// <summary>Alerts in SQLite.</summary>
internal sealed class SqliteAlerts(SqliteStore store) : IAlertStore
{
    private const string Columns = "body, (SELECT coalesce(sum(count), 0) FROM suppressed WHERE alert_id = alerts.id)";

    public Task<OpenResult> OpenAsync(Alert alert, string key, TimeSpan window, CancellationToken cancellation)
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

                var by = batch.Query(
                    """
                    SELECT id, time FROM alerts
                    WHERE key = ?1 AND (time IS NULL OR ?2 IS NULL OR abs(time - ?2) < ?3) ORDER BY abs(time - ?2), id LIMIT 1
                    """,
                    [hash, time, (long)window.TotalMilliseconds], Standing);
                if (by is [var standing])
                {
                    return new OpenResult(OpenStatus.Suppressed, standing.Id, standing.Time);
                }

                batch.Execute(
                    "INSERT INTO alerts (id, key, time, level, published, body) VALUES (?1, ?2, ?3, ?4, 0, ?5)",
                    alert.Id, hash, time, (int)alert.Level, AlertJson.Write(alert));
                return new OpenResult(OpenStatus.Opened, alert.Id, alert.Time);
            },
            cancellation);
    }

    public Task SuppressAsync(string alertId, long block, long count, CancellationToken cancellation) => store.WriteAsync(
        batch => batch.Execute("INSERT OR REPLACE INTO suppressed (alert_id, block, count) VALUES (?1, ?2, ?3)", alertId, block, count),
        cancellation);

    public Task<IReadOnlyList<(Alert Alert, long Suppressed)>> ReadPendingAsync(CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<(Alert, long)>>(
            batch => batch.Query($"SELECT {Columns} FROM alerts WHERE published = 0 ORDER BY time, id", [], Read),
            cancellation);

    public Task MarkPublishedAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellation) => store.WriteAsync(
        batch => alertIds.Sum(id => batch.Execute("UPDATE alerts SET published = 1 WHERE id = ?1", id)),
        cancellation);

    public async IAsyncEnumerable<(Alert Alert, long Suppressed)> ReadAsync(AlertQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = await store.ReadAsync(
            batch => batch.Query(
                $"""
                SELECT {Columns} FROM alerts
                WHERE level >= ?1 AND (?2 IS NULL OR time >= ?2) AND (?3 IS NULL OR time < ?3) ORDER BY time DESC, id
                """,
                [(int)query.Least, query.Since?.ToUnixTimeMilliseconds(), query.Until?.ToUnixTimeMilliseconds()], Read),
            cancellation);
        foreach (var row in rows.Where(row => query.RuleId is null || row.Item1.RuleId == query.RuleId))
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
        (row.GetString(0), row.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)));

    private static (Alert, long) Read(SqliteDataReader row) => (AlertJson.Read(row.GetString(0)), row.GetInt64(1));
}
