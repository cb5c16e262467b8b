namespace Sealtrail.Cli.Embedded;

/// <summary>The paths that were replayed into a store: where its original files are.</summary>
internal static class ArchiveRoots
{
    public static Task AddAsync(SqliteStore store, IEnumerable<string> paths, CancellationToken cancellation) => store.WriteAsync(
        batch => paths.Sum(path => batch.Execute("INSERT OR IGNORE INTO roots (path) VALUES (?1)", Path.GetFullPath(path))),
        cancellation);

    public static Task<List<string>> ReadAsync(SqliteStore store, CancellationToken cancellation) =>
        store.ReadAsync(batch => batch.Query("SELECT path FROM roots ORDER BY path", [], row => row.GetString(0)), cancellation);

    /// <summary>The archive below those paths that are still there.</summary>
    public static async Task<FolderArchive> OpenAsync(SqliteStore store, CancellationToken cancellation)
    {
        var archive = new FolderArchive();
        foreach (var path in await ReadAsync(store, cancellation))
        {
            if (File.Exists(path) || Directory.Exists(path))
            {
                foreach (var file in FolderFiles.Find(path, _ => { }))
                {
                    archive.Add(file);
                }
            }
        }

        return archive;
    }
}
