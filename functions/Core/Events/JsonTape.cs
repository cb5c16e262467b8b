using System.Text.Json;

namespace Sealtrail.Core.Events;

internal enum JsonReadStatus
{
    /// <summary>One whole JSON value was read.</summary>
    Complete,

    /// <summary>The bytes end inside the value.</summary>
    NeedMore,

    /// <summary>The bytes are no JSON value.</summary>
    Invalid,
}

/// <summary>
/// One JSON value tokenised once into a flat table, so that every later question about a record is a walk over
/// the table and not another parse. The table and the bytes it points into are reused: values read from a tape
/// are void once the tape reads again. Not safe for concurrent use.
/// </summary>
internal sealed class JsonTape
{
    /// <summary>Far beyond any limit on records: nesting is judged by <see cref="Depth"/>, not by a parse error.</summary>
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1_000_000 };

    private Token[] _tokens = new Token[256];
    private int[] _open = new int[64];
    private int _count;
    private byte[] _bytes = [];
    private int _start;

    internal struct Token
    {
        /// <summary>Offset from the value's first byte; of a string, past its quote.</summary>
        public int Start;
        public int Length;

        /// <summary>The token after this one and all it contains.</summary>
        public int Next;
        public JsonTokenType Type;
        public bool Escaped;
    }

    public Utf8Strings Strings { get; } = new();

    public JsonValue Root => new(this, 0);

    /// <summary>How deep the value nests: 0 for a scalar, 1 for a flat object.</summary>
    public int Depth { get; private set; }

    /// <summary>Where and why the last read was <see cref="JsonReadStatus.Invalid"/>: an offset from the first byte.</summary>
    public int ErrorOffset { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start);

    internal ref readonly Token this[int index] => ref _tokens[index];

    /// <summary>The value of an object's member of that name, the last where it stands twice; -1 where there is none.</summary>
    internal int Find(int container, ReadOnlySpan<byte> name)
    {
        var (tokens, end, found) = (_tokens, _tokens[container].Next, -1);
        for (var at = container + 1; at < end; at = tokens[at + 1].Next)
        {
            ref readonly var token = ref tokens[at];
            if (token.Escaped
                ? JsonText.UnescapedEquals(_bytes.AsSpan(_start + token.Start, token.Length), name)
                : token.Length == name.Length && _bytes.AsSpan(_start + token.Start, token.Length).SequenceEqual(name))
            {
                found = at + 1;
            }
        }

        return found;
    }

    public JsonReadStatus Read(byte[] bytes) => Read(bytes, 0, bytes.Length, isFinal: true, out _);

    /// <summary>Reads the one value that begins at <paramref name="start"/>, without white space before it.</summary>
    public JsonReadStatus Read(byte[] bytes, int start, int length, bool isFinal, out int consumed)
    {
        _bytes = bytes;
        _start = start;
        _count = 0;
        Depth = 0;
        consumed = 0;
        var reader = new Utf8JsonReader(bytes.AsSpan(start, length), isFinal, new JsonReaderState(Options));
        var depth = 0;
        try
        {
            while (reader.Read())
            {
                var type = reader.TokenType;
                switch (type)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        if (depth == _open.Length)
                        {
                            Array.Resize(ref _open, 2 * depth);
                        }

                        _open[depth++] = _count;
                        Depth = Math.Max(Depth, depth);
                        Add((int)reader.TokenStartIndex, 1, type, escaped: false);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        ref var open = ref _tokens[_open[--depth]];
                        open.Length = (int)reader.TokenStartIndex + 1 - open.Start;
                        open.Next = _count;
                        break;
                    case JsonTokenType.String or JsonTokenType.PropertyName:
                        Add((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, type, reader.ValueIsEscaped);
                        break;
                    default:
                        Add((int)reader.TokenStartIndex, reader.ValueSpan.Length, type, escaped: false);
                        break;
                }

                if (depth == 0)
                {
                    consumed = (int)reader.BytesConsumed;
                    return JsonReadStatus.Complete;
                }
            }

            return JsonReadStatus.NeedMore;
        }
        catch (JsonException)
        {
            ErrorOffset = (int)reader.BytesConsumed;
            return JsonReadStatus.Invalid;
        }
    }

    private void Add(int start, int length, JsonTokenType type, bool escaped)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, 2 * _count);
        }

        _tokens[_count] = new Token { Start = start, Length = length, Type = type, Escaped = escaped, Next = _count + 1 };
        _count++;
    }
}
