using System.Globalization;
using System.Text;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;
using Sealtrail.Core.Processing;

namespace Sealtrail.Tests.Parsing;

/// <summary>
/// Holds the writer's reader and the verifier's splitter to each other on one content. Where they disagree, a sound archive
/// would be reported as tampered with, or tampering would hide.
/// </summary>
internal static class TwoPrograms
{
    private static readonly ObjectSource Source = ObjectSource.Create("file", "", "mutated", "");

    /// <returns>Null where all is well, else what is not.</returns>
    public static string? Disagreement(byte[] content, int trickle, int seed)
    {
        var verifier = Split(new TricklingStream(content, trickle, new Random(seed)));
        var limits = new ParsingLimits();
        using var reader = new RecordReader(new TricklingStream(content, trickle, new Random(seed + 1)), limits);
        using var records = new RecordProcessor(rules: null, limits);
        var (count, end) = (0, 0L);
        while (reader.MoveNext())
        {
            if (reader.Offset < end || reader.Length < 0 || reader.Offset + reader.Length > content.Length)
            {
                return Say($"an item at {reader.Offset}, {reader.Length} bytes, after one that ended at {end} of {content.Length}");
            }

            end = reader.Offset + reader.Length;
            if (!reader.IsRecord)
            {
                continue;
            }

            if (!reader.Bytes.SequenceEqual(content.AsSpan((int)reader.Offset, (int)reader.Length)))
            {
                return Say($"the record at {reader.Offset} is not what stands there");
            }

            if (count == verifier.Count || !reader.Bytes.SequenceEqual(verifier[count].Span))
            {
                return Say($"the writer's record {count} is {Show(reader.Bytes)}, the verifier's {(count == verifier.Count ? "none" : Show(verifier[count].Span))}");
            }

            records.Process(reader, default, Source, out var time, out var reason);
            if (reason?.Contains("error of Sealtrail's own", StringComparison.Ordinal) == true)
            {
                return reason;
            }

            var other = RecordTime.Read(verifier[count]);
            if (time != other)
            {
                return Say($"the writer has record {count} at {time:o}, the verifier at {other:o}: {Show(reader.Bytes)}");
            }

            count++;
        }

        return count == verifier.Count ? null : Say($"the verifier's record {count} is {Show(verifier[count].Span)}, the writer's none");
    }

    public static IReadOnlyList<string> Verifier(string content) =>
        [.. Split(new MemoryStream(Encoding.UTF8.GetBytes(content))).Select(record => Encoding.UTF8.GetString(record.Span))];

    private static List<ReadOnlyMemory<byte>> Split(Stream content)
    {
        var records = new List<ReadOnlyMemory<byte>>();
        new RecordSplitter(content).Split(records.Add);
        return records;
    }

    private static string Show(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.Length > 120 ? bytes[..120] : bytes);

    private static string Say(FormattableString what) => what.ToString(CultureInfo.InvariantCulture);
}
