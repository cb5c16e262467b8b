using Sealtrail.Core.Events;
using Sealtrail.Core.Processing;

namespace Sealtrail.Tests.Support;

/// <summary>An archive whose one object is another at every opening, and at last stays the last. Null stands for an object that cannot be read.</summary>
internal sealed class ChangingArchive(params byte[]?[] openings) : IObjectArchive
{
    private int _opened;

    public ObjectSource Source { get; } = SampleEvents.Source("changing.json.gz");

    public int Opened => _opened;

    public Task<Stream> OpenAsync(ObjectSource source, CancellationToken cancellation)
    {
        var bytes = openings[Math.Min(_opened++, openings.Length - 1)] ?? throw new IOException("the object cannot be read now");
        return Task.FromResult<Stream>(new MemoryStream(bytes, writable: false));
    }
}
