using Microsoft.Data.Sqlite;

namespace Sealtrail.Cli.Embedded;

/// <summary>
/// One SQLite file that holds ledger, index and alerts. Write-ahead log with full synchronisation: a committed transaction
/// survives the loss of the process and of the machine. Several processes may use one file; each write is one immediate transaction.
/// </summary>
internal sealed class SqliteStore : IDisposable
{
    private const int SchemaVersion = 1;

    /// <summary>Full synchronisation makes a commit durable; a roomy cache and log let one commit cost one flush.</summary>
    private const string Settings =
        "PRAGMA busy_timeout = 60000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 4096;";

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    private SqliteStore(string path, SqliteConnection connection)
    {
        Path = path;
        _connection = connection;
    }

    public string Path { get; }

    /// <exception cref="IOException">The file cannot be opened, is no store, or is of a newer version.</exception>
    public static SqliteStore Open(string path, bool mustExist)
    {
        if (mustExist && !File.Exists(path))
        {
            throw new IOException($"there is no store at {path}; 'sealtrail replay PATH --store {path}' makes one");
        }

        SQLitePCL.Batteries_V2.Init();
        SqliteConnection? connection = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 60 }.ToString());
            connection.Open();
            Execute(connection, Settings);
            Prepare(path, connection);
            var store = new SqliteStore(path, connection);
            connection = null;
            return store;
        }
        catch (SqliteException unusable)
        {
            throw new IOException($"the store {path} cannot be used: {unusable.Message}", unusable);
        }
        catch (UnauthorizedAccessException forbidden)
        {
            throw new IOException($"the store {path} cannot be used: {forbidden.Message}", forbidden);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <summary>Runs a transaction. After an exception its outcome is unknown only if it came from the commit itself.</summary>
    /// <exception cref="IOException">The store failed: disk full, file gone, locked for a minute.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteBatch, T> work, CancellationToken cancellation) => Task.FromResult(Run(
        connection =>
        {
            using var transaction = connection.BeginTransaction();
            using var batch = new SqliteBatch(connection, transaction);
            var result = work(batch);
            transaction.Commit();
            return result;
        },
        cancellation));

    public Task<T> ReadAsync<T>(Func<SqliteBatch, T> work, CancellationToken cancellation) => Task.FromResult(Run(
        connection =>
        {
            using var batch = new SqliteBatch(connection, null);
            return work(batch);
        },
        cancellation));

    public void Dispose() => _connection.Dispose();

    private T Run<T>(Func<SqliteConnection, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            try
            {
                return work(_connection);
            }
            catch (SqliteException failed)
            {
                throw new IOException($"the store {Path} failed: {failed.Message}", failed);
            }
        }
    }

    private static void Prepare(string path, SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var batch = new SqliteBatch(connection, transaction);
        var version = batch.Query("PRAGMA user_version", [], row => row.GetInt32(0)).Single();
        switch (version)
        {
            case 0 when batch.Query("SELECT count(*) FROM sqlite_master", [], row => row.GetInt32(0)).Single() > 0:
                throw new IOException($"{path} is a database of something else");
            case 0:
                batch.Execute(SqliteSchema.Text);
                batch.Execute($"PRAGMA user_version = {SchemaVersion}");
                break;
            case not SchemaVersion:
                throw new IOException($"the store {path} has version {version}; this Sealtrail reads version {SchemaVersion}");
        }

        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var batch = new SqliteBatch(connection, null);
        batch.Execute(sql);
    }
}
