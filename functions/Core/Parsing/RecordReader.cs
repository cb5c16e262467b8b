using Sealtrail.Core.Events;

namespace Sealtrail.Core.Parsing;

/// <summary>
/// Walks an object's content record by record, over a bounded window. What counts as a record, and how reading goes
/// on after damage, is the ledger's format (functions/Core/Chaining/README.md, "Records of an object"): a JSON value
/// in the array <c>Records</c> (or <c>Events</c>), in a bare array, or a top-level object that looks like a record.
/// </summary>
/// <param name="tape">Working space to be used again from object to object.</param>
internal sealed class RecordReader(Stream source, ParsingLimits limits, JsonTape? tape = null) : IDisposable
{
    private readonly ContentBuffer _content = new(source, limits.InflatedBytes);
    private readonly ResyncMarker _marker = new();
    private Frame _frame = Frame.TopLevel;
    private bool _arrayInObject;
    private bool _started;
    private bool _failureTold;
    private int _pending;

    private enum Frame
    {
        TopLevel,

        /// <summary>Between the members of a top-level object, after one of its record arrays.</summary>
        Object,
        Array,
    }

    /// <summary>The JSON of the current record; void after the next move.</summary>
    public JsonTape Tape { get; } = tape ?? new();

    /// <summary>Position of the current record among the object's records; -1 where the current item is damage.</summary>
    public int Index { get; private set; } = -1;

    public int RecordCount { get; private set; }

    public bool IsRecord => Damage is null;

    /// <summary>Why the current item is no record.</summary>
    public string? Damage { get; private set; }

    /// <summary>Offset of the current item in the content.</summary>
    public long Offset { get; private set; }

    public long Length { get; private set; }

    /// <summary>The bytes of the current record, first to last.</summary>
    public ReadOnlySpan<byte> Bytes => _content.Array.AsSpan(_content.Start, (int)Length);

    /// <summary>Set where the object was recognised as one that holds no records by nature.</summary>
    public string? Nature { get; private set; }

    public long InflatedBytes => _content.TotalBytes;

    /// <summary>After the last move: hash and size of the content; null where it does not inflate to its end.</summary>
    public ContentDigest? Content => _content.Finish();

    /// <summary>Moves to the next record or damaged stretch; false at the end of the object.</summary>
    public bool MoveNext()
    {
        _content.Consume(_pending);
        _pending = 0;
        Damage = null;
        Index = -1;
        while (true)
        {
            if (!SkipTo(out var next))
            {
                return AtEnd();
            }

            if (_frame == Frame.Array)
            {
                if (next != ']')
                {
                    return Element();
                }

                _content.Consume(1);
                _frame = _arrayInObject ? Frame.Object : Frame.TopLevel;
                continue;
            }

            if (_frame == Frame.Object)
            {
                if (ObjectMembers() is { } more)
                {
                    return more;
                }

                continue;
            }

            if (next == '[')
            {
                _content.Consume(1);
                _frame = Frame.Array;
                _arrayInObject = false;
                continue;
            }

            if (TopLevelValue() is { } found)
            {
                return found;
            }
        }
    }

    public void Dispose() => _content.Dispose();

    /// <summary>Passes over white space, between records over commas too, and over a byte order mark at the very start.</summary>
    private bool SkipTo(out byte next)
    {
        while (true)
        {
            if (!_started && (_content.Count >= 3 || _content.AtEnd))
            {
                _started = true;
                _content.Consume(_content.Unread.StartsWith("\uFEFF"u8) ? 3 : 0);
            }

            var unread = _content.Unread;
            var at = _frame == Frame.Array ? unread.IndexOfAnyExcept(" \t\r\n,"u8) : unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (_started && at >= 0)
            {
                _content.Consume(at);
                next = unread[at];
                return true;
            }

            _content.Consume(_started ? unread.Length : 0);
            if (!_content.Fill() && _started)
            {
                next = 0;
                return false;
            }
        }
    }

    private bool AtEnd()
    {
        var reason = _content.Failure ?? (_frame == Frame.TopLevel ? null : "the object ends before its array of records is closed");
        if (reason is null || _failureTold)
        {
            return false;
        }

        _failureTold = true;
        return Damaged(reason, _ => 0);
    }

    private bool Element()
    {
        var status = ReadValue(0, out var length);
        if (status == JsonReadStatus.Complete)
        {
            _marker.Learn(Tape.Root);
            return Record(length);
        }

        return Damaged(Broken(status), _marker.Skip);
    }

    /// <summary>A value outside any array. Null where it was only a container's opening or held no record.</summary>
    private bool? TopLevelValue()
    {
        if (_content.Unread[0] != '{')
        {
            return Damaged("this is no JSON object or array", ResyncMarker.SkipLine);
        }

        var (found, at) = Walk(1);
        switch (found)
        {
            case MemberWalk.Found.Array:
                EnterArray(at);
                return null;
            case MemberWalk.Found.Broken:
                return Damaged(Broken(JsonReadStatus.Invalid), ResyncMarker.SkipLine);
            case MemberWalk.Found.Unfinished:
                return Damaged(Broken(JsonReadStatus.NeedMore), ResyncMarker.SkipLine);
        }

        if (ReadValue(0, out var length) is var status && status != JsonReadStatus.Complete)
        {
            return Damaged(Broken(status), ResyncMarker.SkipLine);
        }

        switch (RecordShape.Recognise(Tape.Root, out var nature))
        {
            case RecordShape.Kind.Record:
                return Record(length);
            case RecordShape.Kind.HoldsNone:
                Nature = nature;
                _content.Consume(length);
                return null;
            default:
                Offset = _content.Offset;
                _content.Consume(length);
                Length = length;
                Damage = "a JSON object that is no CloudTrail record, digest or Config snapshot";
                return true;
        }
    }

    /// <summary>The members after a record array, up to the next array or the object's end.</summary>
    private bool? ObjectMembers()
    {
        var (found, at) = Walk(0);
        switch (found)
        {
            case MemberWalk.Found.Array:
                EnterArray(at);
                return null;
            case MemberWalk.Found.Closed:
                _content.Consume(at);
                _frame = Frame.TopLevel;
                return null;
            case MemberWalk.Found.Unfinished:
                _frame = Frame.TopLevel;
                return Damaged("the object ends before it is closed", ResyncMarker.SkipLine);
            default:
                _frame = Frame.TopLevel;
                return Damaged("the JSON after the array of records is broken", ResyncMarker.SkipLine);
        }
    }

    private (MemberWalk.Found Found, int At) Walk(int from)
    {
        while (true)
        {
            var walk = MemberWalk.Run(_content, Tape, from);
            if (walk.At > ParsingLimits.LongestValue)
            {
                return (MemberWalk.Found.Unfinished, walk.At);
            }

            if (walk.Found != MemberWalk.Found.Unfinished || _content.Count > ParsingLimits.LongestValue || !_content.Fill())
            {
                return walk;
            }
        }
    }

    private void EnterArray(int at)
    {
        _content.Consume(at + 1);
        _frame = Frame.Array;
        _arrayInObject = true;
    }

    private JsonReadStatus ReadValue(int at, out int length)
    {
        while (true)
        {
            var final = _content.AtEnd && _content.Failure is null && _frame == Frame.TopLevel;
            var status = Tape.Read(_content.Array, _content.Start + at, _content.Count - at, final, out length);
            if (status == JsonReadStatus.Complete && length > ParsingLimits.LongestValue)
            {
                return JsonReadStatus.NeedMore;
            }

            if (status != JsonReadStatus.NeedMore || _content.Count > ParsingLimits.LongestValue || !_content.Fill())
            {
                return status;
            }
        }
    }

    private bool Record(int length)
    {
        Offset = _content.Offset;
        Length = length;
        _pending = length;
        Index = RecordCount++;
        return true;
    }

    private bool Damaged(string reason, Func<ContentBuffer, long> skip)
    {
        Damage = reason;
        Offset = _content.Offset;
        Length = skip(_content);
        _failureTold |= _content.AtEnd && _content.Count == 0;
        return true;
    }

    private string Broken(JsonReadStatus status)
    {
        if (status == JsonReadStatus.Invalid)
        {
            return $"invalid JSON at byte {_content.Offset + Tape.ErrorOffset}";
        }

        return _content.Failure
            ?? (_content.AtEnd ? "the record breaks off at the end of the object" : $"a JSON value longer than {ParsingLimits.LongestValue:N0} bytes");
    }
}
