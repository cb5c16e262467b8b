using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Core.Processing;

namespace Sealtrail.Cli.Embedded;

/// <summary>
/// Files on disk as an archive. A file keeps one version only, named by the hash of its bytes: for the pipeline another content
/// is another version, for the auditor whatever stands under the name now is what there is.
/// </summary>
internal sealed class FolderArchive : IObjectArchive, IArchiveReader
{
    private const int HeldInMemory = 32 << 20;

    private readonly ConcurrentDictionary<string, List<string>> _paths = new(StringComparer.Ordinal);

    public void Add(ArchiveFile file) => _paths.GetOrAdd(file.Key, _ => []).Add(file.Path);

    async Task<Stream> IObjectArchive.OpenAsync(ObjectSource source, CancellationToken cancellation)
    {
        foreach (var path in _paths.GetValueOrDefault(source.Key) ?? [])
        {
            if (new FileInfo(path).Length > HeldInMemory)
            {
                return new CheckedStream(path, source);
            }

            var bytes = await File.ReadAllBytesAsync(path, cancellation);
            if (FolderFiles.Source(source.Key, new Hash256(SHA256.HashData(bytes))) == source)
            {
                return new MemoryStream(bytes, writable: false);
            }
        }

        throw new IOException($"{source.Key} is gone, or changed while it was read");
    }

    Task<OpenedObject> IArchiveReader.OpenAsync(ObjectSource source, CancellationToken cancellation) => Task.FromResult(OpenAsItIs(source));

    public async IAsyncEnumerable<ObjectSource> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var key in _paths.Keys.Order(StringComparer.Ordinal))
        {
            yield return ObjectSource.Create("file", "", key, "");
        }
    }

    private OpenedObject OpenAsItIs(ObjectSource source)
    {
        if (source.Uri.StartsWith($"{StandardInput.Scheme}:", StringComparison.Ordinal))
        {
            return new OpenedObject(null, "it came from standard input, which is not kept", OutOfReach: true);
        }

        var paths = _paths.GetValueOrDefault(source.Key) ?? [];
        try
        {
            var path = paths.Find(path => FolderFiles.Identify(new ArchiveFile(path, source.Key)) == source) ?? paths.FirstOrDefault();
            return path is null ? new OpenedObject(null, $"there is no {source.Key}") : new OpenedObject(File.OpenRead(path), null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new OpenedObject(null, unreadable.Message);
        }
    }

    /// <summary>Too large to be held: the bytes are hashed as they pass, and the end fails where they are another version.</summary>
    private sealed class CheckedStream(string path, ObjectSource source) : Stream
    {
        private readonly FileStream _file = File.OpenRead(path);
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private bool _checked;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = _file.Read(buffer);
            _hash.AppendData(buffer[..read]);
            if (read == 0 && buffer.Length > 0 && !_checked)
            {
                _checked = true;
                if (FolderFiles.Source(source.Key, new Hash256(_hash.GetHashAndReset())) != source)
                {
                    throw new IOException($"{source.Key} changed while it was read");
                }
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _hash.Dispose();
                _file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
