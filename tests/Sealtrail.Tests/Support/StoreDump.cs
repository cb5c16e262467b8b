using Microsoft.Data.Sqlite;

namespace Sealtrail.Tests.Support;

/// <summary>Every row of every table as text: two stores with equal dumps hold the same.</summary>
internal static class StoreDump
{
    public static async Task<IReadOnlyList<string>> DumpAsync(this TempStore store) => await store.Store.ReadAsync(
        batch =>
        {
            var tables = batch.Query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", [], row => row.GetString(0));
            return tables.SelectMany(table => batch.Query($"SELECT * FROM {table}", [], row => $"{table}: {Row(row)}").Order(StringComparer.Ordinal)).ToList();
        },
        CancellationToken.None);

    /// <summary>Spares the disk: what these tests kill is not the machine.</summary>
    public static TempStore Hasty(this TempStore store)
    {
        store.Store.ReadAsync(batch => batch.Execute("PRAGMA synchronous = OFF"), CancellationToken.None).GetAwaiter().GetResult();
        return store;
    }

    private static string Row(SqliteDataReader row) => string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(column =>
        row.GetValue(column) switch
        {
            byte[] bytes => Convert.ToHexStringLower(bytes),
            DBNull => "null",
            var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
        }));
}
