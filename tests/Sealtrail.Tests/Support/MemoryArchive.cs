using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Core.Processing;

namespace Sealtrail.Tests.Support;

/// <summary>An archive in memory; versions are content hashes. Objects may be changed and removed, as an attacker would.</summary>
internal sealed class MemoryArchive : IObjectArchive, IArchiveReader
{
    private readonly Dictionary<string, byte[]> _objects = new(StringComparer.Ordinal);

    public ObjectSource Add(string key, byte[] bytes)
    {
        _objects[key] = bytes;
        return Source(key, bytes);
    }

    public ObjectSource Add(string key, string text) => Add(key, Gzip.Of(text));

    public void Remove(string key) => _objects.Remove(key);

    async Task<Stream> IObjectArchive.OpenAsync(ObjectSource source, CancellationToken cancellation)
    {
        await Task.Yield();
        return _objects.TryGetValue(source.Key, out var bytes) && Source(source.Key, bytes) == source
            ? new MemoryStream(bytes, writable: false)
            : throw new IOException($"{source.Key} is gone or changed");
    }

    Task<OpenedObject> IArchiveReader.OpenAsync(ObjectSource source, CancellationToken cancellation) => Task.FromResult(
        _objects.TryGetValue(source.Key, out var bytes)
            ? new OpenedObject(new MemoryStream(bytes, writable: false), null)
            : new OpenedObject(null, $"there is no {source.Key}"));

    public async IAsyncEnumerable<ObjectSource> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var (key, bytes) in _objects)
        {
            yield return Source(key, bytes);
        }
    }

    private static ObjectSource Source(string key, byte[] bytes) =>
        ObjectSource.Create("file", "", key, $"sha256-{Convert.ToHexStringLower(SHA256.HashData(bytes))}");
}
