using System.Security.Cryptography;
using Sealtrail.Core.Events;

namespace Sealtrail.Cli.Embedded;

/// <summary>A file of the archive on disk.</summary>
/// <param name="Key">Its name in the ledger: from <c>AWSLogs</c> on where the path has such a folder, as it is in a bucket; else below the root.</param>
internal sealed record ArchiveFile(string Path, string Key);

/// <summary>Finds the files below the paths a user names, in one order on every machine.</summary>
internal static class FolderFiles
{
    private const string Scheme = "file";
    private const string BucketRoot = "AWSLogs/";
    private static readonly string[] Endings = [".json", ".json.gz", ".gz", ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"];

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = 0,
        ReturnSpecialDirectories = false,
    };

    /// <param name="path">A file, taken whatever its name; or a folder, of which the files with a name of a log are taken.</param>
    /// <param name="passedOver">Told every file of a folder that is not taken.</param>
    /// <exception cref="IOException">There is no such file or folder, or it may not be read.</exception>
    public static IReadOnlyList<ArchiveFile> Find(string path, Action<string> passedOver)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return [new ArchiveFile(full, Key(full, Path.GetDirectoryName(full)!))];
        }

        if (!Directory.Exists(full))
        {
            throw new IOException($"there is no file or folder {path}");
        }

        try
        {
            var files = new List<ArchiveFile>();
            foreach (var file in Directory.EnumerateFiles(full, "*", Everything).Order(StringComparer.Ordinal))
            {
                if (Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                {
                    files.Add(new ArchiveFile(file, Key(file, full)));
                }
                else
                {
                    passedOver(file);
                }
            }

            return files;
        }
        catch (UnauthorizedAccessException forbidden)
        {
            throw new IOException(forbidden.Message, forbidden);
        }
    }

    /// <summary>The source of the file as it is now.</summary>
    public static ObjectSource Identify(ArchiveFile file)
    {
        using var stream = File.OpenRead(file.Path);
        return Source(file.Key, new Hash256(SHA256.HashData(stream)));
    }

    public static ObjectSource Source(string key, Hash256 sha256) => ObjectSource.Create(Scheme, "", key, $"sha256-{sha256.ToHex()}");

    private static string Key(string file, string root)
    {
        var relative = Path.GetRelativePath(root, file).Replace('\\', '/');
        var whole = file.Replace('\\', '/');
        var bucket = whole.LastIndexOf("/" + BucketRoot, StringComparison.Ordinal);
        return bucket < 0 ? relative : whole[(bucket + 1)..];
    }
}
