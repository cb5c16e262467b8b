using Sealtrail.Core.Events;

namespace Sealtrail.Core.Parsing;

/// <summary>Walks the members of a top-level object, looking for an array of records without reading what is in it.</summary>
internal static class MemberWalk
{
    internal enum Found
    {
        /// <summary>The value of <c>Records</c> or <c>Events</c> is an array; the offset is that of its bracket.</summary>
        Array,

        /// <summary>The object is closed; the offset is the one after its brace.</summary>
        Closed,

        /// <summary>More content is needed.</summary>
        Unfinished,
        Broken,
    }

    /// <param name="content">Its unread bytes are inside the object.</param>
    /// <param name="tape">Used to pass over values.</param>
    /// <param name="from">Offset in the unread bytes where members may begin: past the brace, or past an earlier array.</param>
    /// <returns>What was found, at an offset in the unread bytes.</returns>
    public static (Found Found, int At) Run(ContentBuffer content, JsonTape tape, int from)
    {
        var unread = content.Unread;
        var at = from;
        while (Skip(unread, ref at, " \t\r\n,"u8))
        {
            if (unread[at] == '}')
            {
                return (Found.Closed, at + 1);
            }

            if (unread[at] != '"')
            {
                return (Found.Broken, at);
            }

            var read = tape.Read(content.Array, content.Start + at, unread.Length - at, isFinal: false, out var keyLength);
            if (read != JsonReadStatus.Complete)
            {
                return (read == JsonReadStatus.NeedMore ? Found.Unfinished : Found.Broken, at);
            }

            var holdsRecords = tape.Root.TextIs("Records"u8) || tape.Root.TextIs("Events"u8);
            at += keyLength;
            if (!Skip(unread, ref at, " \t\r\n"u8))
            {
                return (Found.Unfinished, at);
            }

            if (unread[at++] != ':')
            {
                return (Found.Broken, at);
            }

            if (!Skip(unread, ref at, " \t\r\n"u8))
            {
                return (Found.Unfinished, at);
            }

            if (holdsRecords && unread[at] == '[')
            {
                return (Found.Array, at);
            }

            read = tape.Read(content.Array, content.Start + at, unread.Length - at, isFinal: false, out var valueLength);
            if (read != JsonReadStatus.Complete)
            {
                return (read == JsonReadStatus.NeedMore ? Found.Unfinished : Found.Broken, at);
            }

            at += valueLength;
        }

        return (Found.Unfinished, at);
    }

    private static bool Skip(ReadOnlySpan<byte> unread, ref int at, ReadOnlySpan<byte> over)
    {
        var passed = unread[at..].IndexOfAnyExcept(over);
        at = passed < 0 ? unread.Length : at + passed;
        return passed >= 0;
    }
}
