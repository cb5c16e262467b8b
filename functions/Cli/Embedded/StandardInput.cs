using System.Security.Cryptography;
using Sealtrail.Core.Events;
using Sealtrail.Core.Processing;

namespace Sealtrail.Cli.Embedded;

/// <summary>Standard input as an archive of one object, spooled to a temporary file because it is read more than once.</summary>
internal sealed class StandardInput : IObjectArchive, IDisposable
{
    public const string Scheme = "stdin";

    private readonly string _spool;

    private StandardInput(ObjectSource source, string spool)
    {
        Source = source;
        _spool = spool;
    }

    public ObjectSource Source { get; }

    public static StandardInput Spool(Stream input)
    {
        var spool = Path.GetTempFileName();
        using var file = File.Open(spool, FileMode.Create);
        input.CopyTo(file);
        file.Position = 0;
        return new StandardInput(ObjectSource.Create(Scheme, "", "-", $"sha256-{new Hash256(SHA256.HashData(file)).ToHex()}"), spool);
    }

    public Task<Stream> OpenAsync(ObjectSource source, CancellationToken cancellation) => Task.FromResult<Stream>(File.OpenRead(_spool));

    public void Dispose() => File.Delete(_spool);
}
