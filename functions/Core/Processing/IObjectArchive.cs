using Sealtrail.Core.Events;

namespace Sealtrail.Core.Processing;

/// <summary>
/// The archive, for reading. Immutable: a source names one version, and opening it twice gives the same bytes.
/// <para>Errors: an <see cref="IOException"/> means that the object cannot be read now, or is not the version asked for any more
/// (also while it is read): nothing of it is processed, and it may be tried again.</para>
/// <para>Concurrency: any number of objects may be open at once.</para>
/// </summary>
public interface IObjectArchive
{
    /// <summary>The object as stored, from its first byte; need not be seekable. The caller disposes it.</summary>
    Task<Stream> OpenAsync(ObjectSource source, CancellationToken cancellation);
}
