using Sealtrail.Cli.Embedded;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;

namespace Sealtrail.Tests.Indexing;

/// <summary>Every client has its own connection to the one file.</summary>
internal sealed class SqliteClients : IDisposable
{
    private readonly TempStore _store = new();
    private readonly List<SqliteStore> _clients = [];

    public SqliteStore Connect()
    {
        _clients.Add(SqliteStore.Open(_store.Path, mustExist: true));
        return _clients[^1];
    }

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _store.Dispose();
    }
}

public sealed class SqliteIndexTests : IndexStoreContract, IDisposable
{
    private readonly SqliteClients _clients = new();

    protected override IIndexStore Connect() => new SqliteIndex(_clients.Connect());

    public void Dispose() => _clients.Dispose();
}

public sealed class SqliteIndexAccountTests : IndexAccountContract, IDisposable
{
    private readonly SqliteClients _clients = new();

    protected override IIndexStore Connect() => new SqliteIndex(_clients.Connect());

    public void Dispose() => _clients.Dispose();
}

public sealed class SqliteAlertTests : AlertStoreContract, IDisposable
{
    private readonly SqliteClients _clients = new();

    protected override IAlertStore Connect() => new SqliteAlerts(_clients.Connect());

    public void Dispose() => _clients.Dispose();
}
