using Sealtrail.Cli.Embedded;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Tests.Support;

namespace Sealtrail.Tests.Chaining;

/// <summary>The fake that other tests trust is held to the contract too.</summary>
public sealed class MemoryLedgerTests : LedgerStoreContract
{
    private readonly MemoryLedger _ledger = new();

    protected override ILedgerStore Connect() => _ledger;

    protected override ILedgerReader Read() => _ledger;
}

/// <summary>Every client has its own connection to the one file.</summary>
public sealed class SqliteLedgerTests : LedgerStoreContract, IDisposable
{
    private readonly TempStore _store = new();
    private readonly List<SqliteStore> _clients = [];

    protected override ILedgerStore Connect()
    {
        _clients.Add(SqliteStore.Open(_store.Path, mustExist: true));
        return new SqliteLedger(_clients[^1]);
    }

    protected override ILedgerReader Read() => _store.Ledger;

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _store.Dispose();
    }
}
