using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Sealtrail.Benchmarks;

/// <summary>
/// Writes trails that look like a busy account's: 200 records of about 1.5 KB a file, a few services, actions and actors that
/// make most of it and many that are rare, one response in a hundred of 20 KB. The same seed writes the same bytes.
/// </summary>
internal static class TrailGenerator
{
    private const int RecordsAFile = 200;

    public static void Write(string folder, int files, int seed)
    {
        for (var file = 0; file < files; file++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/10/111122223333_CloudTrail_eu-central-1_20261110T{file / 60 % 24:d2}{file % 60:d2}Z_{file:d16}.json.gz");
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = File.Create(path);
            WriteFile(stream, new RecordWriter(seed + file, file), RecordsAFile);
        }
    }

    public static void WriteLarge(string path, int megabytes, int seed)
    {
        using var stream = File.Create(path);
        WriteFile(stream, new RecordWriter(seed, 0), megabytes * 1_000_000L / 1_600);
    }

    private static void WriteFile(Stream stream, RecordWriter writer, long records)
    {
        using var gzip = new GZipStream(stream, CompressionLevel.Optimal);
        using var text = new StreamWriter(gzip, new UTF8Encoding(false), 1 << 16);
        text.Write("{\"Records\":[");
        for (var record = 0L; record < records; record++)
        {
            text.Write(record == 0 ? "" : ",");
            writer.Write(text);
        }

        text.Write("]}");
    }
}
