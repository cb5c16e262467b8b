using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Events;
using Sealtrail.Core.Processing;

namespace Sealtrail.Cli.Commands;

/// <summary>The objects of a replay: files, and perhaps standard input.</summary>
internal sealed class ReplayInput : IObjectArchive, IDisposable
{
    private readonly FolderArchive _folder = new();
    private readonly List<ArchiveFile> _files = [];
    private StandardInput? _standard;

    public int Count => _files.Count + (_standard is null ? 0 : 1);

    /// <summary>The size of all objects as they stand.</summary>
    public long Bytes => _files.Sum(file => new FileInfo(file.Path) is { Exists: true } info ? info.Length : 0);

    /// <exception cref="IOException">A path is not there or may not be read.</exception>
    public static async Task<ReplayInput> FindAsync(IEnumerable<string> paths, Terminal terminal, CancellationToken cancellation)
    {
        var input = new ReplayInput();
        var passedOver = 0;
        foreach (var path in paths.Distinct())
        {
            if (path == "-")
            {
                await using var stream = Console.OpenStandardInput();
                input._standard = StandardInput.Spool(stream);
                continue;
            }

            foreach (var file in FolderFiles.Find(path, _ => passedOver++))
            {
                input._files.Add(file);
                input._folder.Add(file);
            }

            cancellation.ThrowIfCancellationRequested();
        }

        if (passedOver > 0)
        {
            terminal.Note($"[grey]{passedOver} files passed over: their names do not end in .json, .jsonl, .ndjson or .gz (name a file itself to replay it)[/]");
        }

        return input;
    }

    /// <summary>The objects in their order, each with its size and how to name its version; naming reads the file.</summary>
    public IEnumerable<(long Bytes, string Name, Func<ObjectSource> Identify)> Objects()
    {
        if (_standard is { } standard)
        {
            yield return (0, "-", () => standard.Source);
        }

        foreach (var file in _files)
        {
            var info = new FileInfo(file.Path);
            yield return (info.Exists ? info.Length : 0, file.Path, () => FolderFiles.Identify(file));
        }
    }

    public Task<Stream> OpenAsync(ObjectSource source, CancellationToken cancellation)
    {
        IObjectArchive archive = source == _standard?.Source ? _standard! : _folder;
        return archive.OpenAsync(source, cancellation);
    }

    public void Dispose() => _standard?.Dispose();
}
