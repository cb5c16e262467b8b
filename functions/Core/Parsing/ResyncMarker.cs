using Sealtrail.Core.Events;

namespace Sealtrail.Core.Parsing;

/// <summary>
/// Where reading goes on after a broken record: at the next brace followed, over at most 256 bytes of white space,
/// by the key that the first sound record of the object begins with (<c>eventVersion</c> before one was seen).
/// </summary>
internal sealed class ResyncMarker
{
    private const int LongestGap = 256;

    private byte[] _key = "\"eventVersion\""u8.ToArray();
    private bool _learnt;

    public void Learn(JsonValue record)
    {
        if (_learnt)
        {
            return;
        }

        foreach (var member in record.Members)
        {
            _key = [(byte)'"', .. member.RawName, (byte)'"'];
            _learnt = true;
            return;
        }
    }

    /// <summary>Consumes from a broken record's first byte to the next marker or the content's end.</summary>
    /// <returns>How many bytes were passed over.</returns>
    public long Skip(ContentBuffer content)
    {
        var from = content.Offset;
        content.Consume(1);
        while (true)
        {
            if (Find(content.Unread) is var at and >= 0)
            {
                content.Consume(at);
                return content.Offset - from;
            }

            content.Consume(Math.Max(0, content.Count - (LongestGap + _key.Length)));
            if (!content.Fill())
            {
                content.Consume(content.Count);
                return content.Offset - from;
            }
        }
    }

    /// <summary>Outside any array: consumes up to the next line that begins with a brace or bracket, or the content's end.</summary>
    public static long SkipLine(ContentBuffer content)
    {
        var from = content.Offset;
        content.Consume(1);
        while (true)
        {
            var unread = content.Unread;
            var (brace, bracket) = (unread.IndexOf("\n{"u8), unread.IndexOf("\n["u8));
            if (brace >= 0 || bracket >= 0)
            {
                content.Consume((brace < 0 || (bracket >= 0 && bracket < brace) ? bracket : brace) + 1);
                return content.Offset - from;
            }

            content.Consume(Math.Max(0, content.Count - 1));
            if (!content.Fill())
            {
                content.Consume(content.Count);
                return content.Offset - from;
            }
        }
    }

    private int Find(ReadOnlySpan<byte> unread)
    {
        for (var from = 0; ;)
        {
            var key = unread[from..].IndexOf(_key);
            if (key < 0)
            {
                return -1;
            }

            var before = unread[..(from + key)];
            var brace = before.LastIndexOfAnyExcept(" \t\r\n"u8);
            if (brace >= 0 && before[brace] == '{' && before.Length - brace <= LongestGap + 1)
            {
                return brace;
            }

            from += key + _key.Length;
        }
    }
}
