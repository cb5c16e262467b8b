using Sealtrail.Cli.Embedded;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Indexing;
using Sealtrail.Core.Processing;

namespace Sealtrail.Tests.Support;

/// <summary>An SQLite store in a folder of its own, with the pipeline on it.</summary>
internal sealed class TempStore : IDisposable
{
    public TempStore()
    {
        Folder = Directory.CreateTempSubdirectory("sealtrail-test-").FullName;
        Path = System.IO.Path.Combine(Folder, "store.db");
        Store = SqliteStore.Open(Path, mustExist: false);
    }

    public string Folder { get; }

    public string Path { get; }

    public SqliteStore Store { get; private set; }

    public SqliteLedger Ledger => new(Store);

    public SqliteIndex Index => new(Store);

    public SqliteAlerts Alerts => new(Store);

    public MemoryArchive Archive { get; } = new();

    public Pipeline Pipeline(RuleSet? rules = null, PipelineSettings? settings = null, ILedgerStore? ledger = null, IIndexStore? index = null, IAlertStore? alerts = null) => new(
        Archive, ledger ?? Ledger, index ?? Index, alerts ?? Alerts, rules ?? RuleSet.Load([]), settings ?? new PipelineSettings(), TimeProvider.System, new Random(1));

    /// <summary>Runs a statement as somebody with the file in hands would.</summary>
    public int Tamper(string sql, params object?[] values) =>
        Store.WriteAsync(batch => batch.Execute(sql, values), CancellationToken.None).GetAwaiter().GetResult();

    public void Reopen()
    {
        Store.Dispose();
        Store = SqliteStore.Open(Path, mustExist: true);
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
