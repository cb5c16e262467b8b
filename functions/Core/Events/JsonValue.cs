using System.Text;
using System.Text.Json;

namespace Sealtrail.Core.Events;

/// <summary>A value on a <see cref="JsonTape"/>; the default stands for an absent one. Void once its tape reads again.</summary>
internal readonly struct JsonValue(JsonTape? tape, int index)
{
    public JsonTokenType Type => tape is null ? JsonTokenType.None : tape[index].Type;

    public bool Exists => tape is not null;

    public bool IsNull => Type is JsonTokenType.Null or JsonTokenType.None;

    public bool IsObject => Type == JsonTokenType.StartObject;

    public bool IsArray => Type == JsonTokenType.StartArray;

    public bool IsString => Type == JsonTokenType.String;

    /// <summary>The bytes as they stand: of a string what is between the quotes, escapes and all.</summary>
    public ReadOnlySpan<byte> Raw =>
        tape is null ? default : tape.Bytes.Slice(tape[index].Start, tape[index].Length);

    public bool IsEscaped => tape is not null && tape[index].Escaped;

    /// <summary>The string's text with escapes undone; null where this is no string.</summary>
    public string? Text => !IsString ? null : IsEscaped ? JsonText.Unescape(Raw) : tape!.Strings.Get(Raw);

    /// <summary>Whether this is a string of that text, escapes undone.</summary>
    public bool TextIs(ReadOnlySpan<byte> text) =>
        IsString && (IsEscaped ? JsonText.UnescapedEquals(Raw, text) : Raw.SequenceEqual(text));

    /// <summary>As <see cref="Text"/>, for texts that hardly ever come again: they are not kept for reuse.</summary>
    public string? UniqueText => !IsString ? null : IsEscaped ? JsonText.Unescape(Raw) : Encoding.UTF8.GetString(Raw);

    /// <summary>The text of a string, number or boolean; null for anything else.</summary>
    public string? ScalarText => Type switch
    {
        JsonTokenType.String => Text,
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => tape!.Strings.Get(Raw),
        _ => null,
    };

    public bool? Boolean => Type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when Raw.SequenceEqual("true"u8) => true,
        JsonTokenType.String when Raw.SequenceEqual("false"u8) => false,
        _ => null,
    };

    /// <summary>The member of that name; the last one where a key stands twice, as most JSON readers have it.</summary>
    public JsonValue this[ReadOnlySpan<byte> name]
    {
        get
        {
            var found = IsObject ? tape!.Find(index, name) : -1;
            return found < 0 ? default : new JsonValue(tape, found);
        }
    }

    public MemberSequence Members => new(tape, IsObject ? index : -1);

    public ItemSequence Items => new(tape, IsArray ? index : -1);

    internal readonly struct Member(JsonTape tape, int index)
    {
        public ReadOnlySpan<byte> RawName => tape.Bytes.Slice(tape[index].Start, tape[index].Length);

        public JsonValue Value => new(tape, index + 1);

        public string Name => tape[index].Escaped ? JsonText.Unescape(RawName) : tape.Strings.Get(RawName);

        public bool NameIs(ReadOnlySpan<byte> name) =>
            tape[index].Escaped
                ? JsonText.UnescapedEquals(RawName, name)
                : tape[index].Length == name.Length && RawName.SequenceEqual(name);
    }

    internal ref struct MemberSequence(JsonTape? tape, int container)
    {
        private readonly int _end = container < 0 ? 0 : tape![container].Next;
        private int _at = -1;

        public readonly MemberSequence GetEnumerator() => this;

        public readonly Member Current => new(tape!, _at);

        public bool MoveNext()
        {
            _at = _at < 0 ? container + 1 : tape![_at + 1].Next;
            return _at < _end;
        }
    }

    internal ref struct ItemSequence(JsonTape? tape, int container)
    {
        private readonly int _end = container < 0 ? 0 : tape![container].Next;
        private int _at = -1;

        public readonly ItemSequence GetEnumerator() => this;

        public readonly JsonValue Current => new(tape, _at);

        public bool MoveNext()
        {
            _at = _at < 0 ? container + 1 : tape![_at].Next;
            return _at < _end;
        }
    }
}
