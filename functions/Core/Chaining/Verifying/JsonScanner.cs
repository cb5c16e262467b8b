namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>
/// Finds where a JSON value ends (RFC 8259), byte by byte, over content that is read as it is needed. Written apart from
/// the writer's reader, on purpose: two programs must agree on what a record is. Holds what is not yet consumed.
/// </summary>
internal sealed class JsonScanner(Stream content)
{
    /// <summary>Not the end of a value: the text is no JSON value, or it is longer than the format allows.</summary>
    public const int Broken = -1;

    /// <summary>The format's bound on a value, and on how far into an object an array of records may begin.</summary>
    public const int LongestValue = 16_777_216;

    private readonly Stack<bool> _inObject = new();
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;
    private int _bound = int.MaxValue;

    public ReadOnlySpan<byte> Span(int from, int to) => _buffer.AsSpan(_start + from, to - from);

    /// <summary>Bytes without a copy: void once more is read.</summary>
    public ReadOnlyMemory<byte> Memory(int from, int to) => _buffer.AsMemory(_start + from, to - from);

    /// <summary>The byte at an offset from what is consumed, or -1 past the content's end or the bound on what is being read.</summary>
    public int At(int offset)
    {
        if (offset > _bound)
        {
            return -1;
        }

        while (_start + offset >= _end)
        {
            if (_ended)
            {
                return -1;
            }

            Read();
        }

        return _buffer[_start + offset];
    }

    public void Consume(int count) => _start += count;

    public int SkipSpace(int at)
    {
        while (At(at) is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }

        return at;
    }

    /// <summary>The offset after the value that begins at <paramref name="at"/>, or <see cref="Broken"/>.</summary>
    public int Value(int at)
    {
        _bound = at + LongestValue + 1;
        var end = WholeValue(at);
        _bound = int.MaxValue;
        return end;
    }

    /// <summary>Passes over white space, however much, and over commas where they separate.</summary>
    public void ConsumeSpace(bool commas)
    {
        while (At(0) is ' ' or '\t' or '\r' or '\n' || (commas && At(0) == ','))
        {
            Consume(1);
        }
    }

    private int WholeValue(int at)
    {
        var start = at;
        _inObject.Clear();
        while (at - start <= LongestValue)
        {
            // Here a value must begin.
            at = SkipSpace(at);
            switch (At(at))
            {
                case '{':
                    at = SkipSpace(at + 1);
                    if (At(at) == '}')
                    {
                        at++;
                        break;
                    }

                    _inObject.Push(true);
                    at = Key(at);
                    if (at == Broken)
                    {
                        return Broken;
                    }

                    continue;
                case '[':
                    at = SkipSpace(at + 1);
                    if (At(at) == ']')
                    {
                        at++;
                        break;
                    }

                    _inObject.Push(false);
                    continue;
                case '"':
                    at = String(at);
                    break;
                case 't':
                    at = Literal(at, "true"u8);
                    break;
                case 'f':
                    at = Literal(at, "false"u8);
                    break;
                case 'n':
                    at = Literal(at, "null"u8);
                    break;
                default:
                    at = Number(at);
                    break;
            }

            at = at == Broken ? Broken : Close(at, out var more);
            if (at == Broken || _inObject.Count == 0)
            {
                return at - start > LongestValue ? Broken : at;
            }
        }

        return Broken;

        // After a value: closes what ends, and stands where the next value begins. Leaves the stack empty at the end of all.
        int Close(int after, out bool open)
        {
            open = true;
            while (_inObject.Count > 0)
            {
                after = SkipSpace(after);
                var inObject = _inObject.Peek();
                var next = At(after);
                if (next == ',')
                {
                    return inObject ? Key(SkipSpace(after + 1)) : after + 1;
                }

                if (next != (inObject ? '}' : ']'))
                {
                    return Broken;
                }

                _inObject.Pop();
                after++;
            }

            return after;
        }
    }

    /// <summary>The offset after a string's closing quote, or <see cref="Broken"/>.</summary>
    public int String(int at)
    {
        for (at++; ; at++)
        {
            switch (At(at))
            {
                case < 0x20:
                    return Broken;
                case '"':
                    return at + 1;
                case '\\':
                    at++;
                    if (At(at) == 'u')
                    {
                        for (var digit = 0; digit < 4; digit++)
                        {
                            if (At(++at) is var hex && (hex < 0 || !char.IsAsciiHexDigit((char)hex)))
                            {
                                return Broken;
                            }
                        }
                    }
                    else if (At(at) is not ('"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't'))
                    {
                        return Broken;
                    }

                    break;
            }
        }
    }

    private int Key(int at)
    {
        at = At(at) == '"' ? String(at) : Broken;
        if (at == Broken)
        {
            return Broken;
        }

        at = SkipSpace(at);
        return At(at) == ':' ? at + 1 : Broken;
    }

    private int Literal(int at, ReadOnlySpan<byte> word)
    {
        foreach (var expected in word)
        {
            if (At(at++) != expected)
            {
                return Broken;
            }
        }

        return at;
    }

    private int Number(int at)
    {
        at += At(at) == '-' ? 1 : 0;
        if (At(at) == '0')
        {
            at++;
        }
        else if (Digits(ref at) == 0)
        {
            return Broken;
        }

        if (At(at) == '.')
        {
            at++;
            if (Digits(ref at) == 0)
            {
                return Broken;
            }
        }

        if (At(at) is 'e' or 'E')
        {
            at++;
            at += At(at) is '+' or '-' ? 1 : 0;
            if (Digits(ref at) == 0)
            {
                return Broken;
            }
        }

        return Delimited(at);
    }

    private int Digits(ref int at)
    {
        var from = at;
        while (At(at) is >= '0' and <= '9')
        {
            at++;
        }

        return at - from;
    }

    /// <summary>A number must not run into other text.</summary>
    private int Delimited(int at) =>
        At(at) is -1 or ' ' or '\t' or '\r' or '\n' or ',' or ']' or '}' or '/' ? at : Broken;

    private void Read()
    {
        if (_start > 0 && _end == _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var read = content.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
