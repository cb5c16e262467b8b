using System.IO.Compression;

namespace Sealtrail.Core.Parsing;

/// <summary>
/// .NET's GZipStream takes a truncated stream for a whole one unless the process was started with
/// <c>System.IO.Compression.UseStrictValidation</c>. A truncated log file read as whole is a silent loss,
/// so this is tried once a process, on a stream known to be cut, and nothing is inflated where it goes unnoticed.
/// </summary>
internal static class StrictGzip
{
    /// <summary>The gzip of one letter, without its last byte.</summary>
    private static readonly byte[] Truncated =
        [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 4, 0, 0x43, 0xbe, 0xb7, 0xe8, 1, 0, 0];

    private static readonly bool IsOn = Notices();

    public static GZipStream Open(Stream source) => IsOn
        ? new GZipStream(source, CompressionMode.Decompress)
        : throw new InvalidOperationException(
            "Start the process with the runtime option System.IO.Compression.UseStrictValidation=true: without it truncated gzip files go unnoticed.");

    private static bool Notices()
    {
        using var gzip = new GZipStream(new MemoryStream(Truncated), CompressionMode.Decompress);
        try
        {
            while (gzip.ReadByte() >= 0)
            {
            }

            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
