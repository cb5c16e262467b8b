using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sealtrail.Cli.Embedded;
using Sealtrail.Core.Events;

namespace Sealtrail.Tests.Support;

/// <summary>
/// The sample day, replayed by the command once; every test takes a copy of files and store to damage. Runs are replayed from
/// the copy's own folder only where a test says so: <see cref="Verify"/> names the copied files.
/// </summary>
public sealed class ReplayedDay : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sealtrail-day-").FullName;
    private int _copies;

    public ReplayedDay()
    {
        var original = Path.Combine(_folder, "original");
        CopyFolder(Repository.Path("events", "day"), Path.Combine(original, "day"));
        Replay = CliRun.Run("replay", Path.Combine(original, "day"), "--store", Path.Combine(original, "store.db"), "--output", "json");
    }

    internal CliRun Replay { get; }

    internal Copy Take()
    {
        var copy = Path.Combine(_folder, $"copy-{Interlocked.Increment(ref _copies)}");
        CopyFolder(Path.Combine(_folder, "original"), copy);
        return new Copy(copy);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>A copy of the day's files and of the store.</summary>
    internal sealed class Copy(string folder)
    {
        public string Store { get; } = Path.Combine(folder, "store.db");

        public string Files { get; } = Path.Combine(folder, "day");

        /// <summary>The key of a block's object.</summary>
        public string Key(int block) => ObjectSource.Parse(Query("SELECT source FROM blocks WHERE place = ?1", block))!.Key;

        public string File(int block) => Path.Combine(Files, Key(block));

        public int Records(int block) => int.Parse(Query("SELECT text FROM blocks WHERE place = ?1", block).Split('\n')[5].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>Writes a block's file with its list of records changed.</summary>
        public void Change(int block, Action<List<string>> change)
        {
            using var gzip = new GZipStream(System.IO.File.OpenRead(File(block)), CompressionMode.Decompress);
            using var content = JsonDocument.Parse(gzip);
            var records = content.RootElement.GetProperty("Records").EnumerateArray().Select(record => record.GetRawText()).ToList();
            gzip.Dispose();
            change(records);
            System.IO.File.WriteAllBytes(File(block), Gzip.Of(Encoding.UTF8.GetBytes(Support.Records.File(records))));
        }

        public int Tamper(string sql, params object?[] values)
        {
            using var store = SqliteStore.Open(Store, mustExist: true);
            return store.WriteAsync(batch => batch.Execute(sql, values), CancellationToken.None).GetAwaiter().GetResult();
        }

        public string Query(string sql, params object?[] values)
        {
            using var store = SqliteStore.Open(Store, mustExist: true);
            return store.ReadAsync(batch => batch.Query(sql, values, row => row.GetString(0)), CancellationToken.None).GetAwaiter().GetResult().Single();
        }

        public CliRun Verify() => CliRun.Run("verify", Files, "--store", Store, "--output", "json");

        /// <summary>Verifies, and gives the exit code and all findings: each as <c>kind block record</c>, with the file checked to be the block's.</summary>
        public (int ExitCode, IReadOnlyList<string> Findings) Findings()
        {
            var run = Verify();
            return (run.ExitCode, [.. run.Json["findings"]!.AsArray().Select(finding =>
                $"{finding!["kind"]} {Dash(finding["block"])} {Name((string?)finding["source"])} {Dash(finding["record"])}")]);
        }

        private static string Dash(object? value) => value?.ToString() ?? "-";

        /// <summary>The random part of a trail file's name, which tells it from all others.</summary>
        private static string Name(string? source) => source is null ? "-" : Path.GetFileName(ObjectSource.Parse(source)!.Key).Split('_')[^1].Split('.')[0];
    }
}
