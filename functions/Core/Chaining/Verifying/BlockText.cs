using System.Globalization;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>A block as its text tells it, read strictly: text that any writer would have written otherwise is refused.</summary>
internal sealed record BlockText(
    long Index, Hash256 Previous, string Source, bool Inflated, Hash256 Sha256, long Bytes, long RecordCount, Hash256 RecordsRoot,
    string Oldest, string Newest)
{
    private const int Lines = 8;

    /// <summary>Null where the text is no block, with the reason.</summary>
    public static BlockText? Parse(string text, out string? reason)
    {
        var lines = text.Split('\n');
        if (lines.Length != Lines + 1 || lines[Lines].Length > 0 || lines[0] != "sealtrail/block@v1")
        {
            reason = "the text is not the eight lines of a sealtrail/block@v1";
            return null;
        }

        var (content, records, times) = (lines[4].Split(' '), lines[5].Split(' '), lines[6].Split(' '));
        if (content.Length != 3 || records.Length != 2 || times.Length != 2 || content[0] is not ("inflated" or "raw"))
        {
            reason = "a line has not the parts it should have";
            return null;
        }

        if (!Number(lines[1], out var index) || !Number(content[2], out var bytes) || !Number(records[0], out var count))
        {
            reason = "a number is not written as decimals without a leading zero";
            return null;
        }

        if (!Canonical(lines[2], out var previous) || !Canonical(records[1], out var root)
            || !Hash256.TryParseHex(content[1], out var sha) || sha.ToHex() != content[1])
        {
            reason = "a hash is not in its one written form";
            return null;
        }

        if (lines[3].Length == 0 || lines[3].Any(c => c is <= ' ' or > '~') || ObjectSource.Parse(lines[3]) is null)
        {
            reason = "the source is not percent-encoded as it should be";
            return null;
        }

        if (!(times is ["-", "-"] || (IsTime(times[0]) && IsTime(times[1]))) || !IsTime(lines[7]) || lines[7].Length != 24)
        {
            reason = "a time is not RFC 3339 in UTC";
            return null;
        }

        reason = null;
        return new BlockText(index, previous, lines[3], content[0] == "inflated", sha, bytes, count, root, times[0], times[1]);
    }

    private static bool Number(string digits, out long value) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value) && (digits.Length == 1 || digits[0] != '0');

    private static bool Canonical(string base64, out Hash256 hash) => Hash256.TryParseBase64(base64, out hash) && hash.ToBase64() == base64;

    private static bool IsTime(string text) => text.EndsWith('Z') && TimeText.Parse(text) is not null;
}
