using System.Text;

namespace Sealtrail.Tests.Parsing;

/// <summary>Breaks valid contents in the ways that matter to a reader of JSON. The same seed breaks the same way.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, int seed)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{", "}", "[", "]", "\"", ",", ":", "\\", "\n", "\r\n", " ", "\t", "/", "-", "0", "7", "1e5", "true", "nul", "null", "\0", "\u007F",
            "\n{", "\n[", "\n\n{", "]}", "}]", "},{", "}{", "][", "[]", "{}", "\"\"", "\":", "\",\"", "\":\"", "\\\"", "\\u0000", "\\ud800", "\\udc00",
            "\\ud83d\\ude00", "\\u00", "\\x", "\\n", "\\\\", "\"Records\":", "\"Records\":[", "{\"Records\":[", "\"Events\":[", "\"\\u0052ecords\":[", "{\"eventVersion\":",
            "{ \"eventVersion\"", "\"eventVersion\":\"1\"", "\"eventTime\":\"2026-11-10T08:00:00Z\"", "\"eventName\":\"x\"", "\"detail\":{", "\"CloudTrailEvent\":\"",
            "{\"a\":1}", "{\"a\":", "{\"\":1}", "[{\"eventName\":\"x\"}]\n", "{\"eventName\":\"x\"}\n", "\"x\":1,", "\uFEFF", "é", "😀",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB], [0x1F, 0x8B],
    ];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var content = Pick().ToList();
        for (var times = _random.Next(1, 7); times > 0; times--)
        {
            Mutate(content);
        }

        return [.. content];
    }

    private byte[] Pick() => corpus[_random.Next(corpus.Count)];

    private void Mutate(List<byte> content)
    {
        var at = _random.Next(content.Count + 1);
        var length = _random.Next(3) > 0 ? _random.Next(Math.Min(8, content.Count - at) + 1) : _random.Next(content.Count - at + 1);
        switch (_random.Next(11))
        {
            case 0 when at < content.Count:
                content[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < content.Count:
                content[at] = (byte)"{}[]\",:\\ \n0-tn"[_random.Next(14)];
                break;
            case 2:
                content.RemoveRange(at, length);
                break;
            case 3:
                content.InsertRange(_random.Next(content.Count + 1), content.GetRange(at, length));
                break;
            case 4 when _random.Next(4) == 0:
                content.RemoveRange(at, content.Count - at);
                break;
            case 5:
                var other = Pick();
                var from = _random.Next(other.Length + 1);
                content.InsertRange(at, other.AsSpan(from, _random.Next(other.Length - from + 1)));
                break;
            case 6 when _random.Next(8) == 0:
                content.InsertRange(at, Enumerable.Repeat((byte)" \n"[_random.Next(2)], _random.Next(250, 262)));
                break;
            default:
                content.InsertRange(at, Tokens[_random.Next(Tokens.Length)]);
                break;
        }
    }
}
