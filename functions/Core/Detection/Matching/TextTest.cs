using System.Collections.Immutable;
using System.Text;
using Sealtrail.Core.Detection.Loading;

namespace Sealtrail.Core.Detection.Matching;

/// <summary>Any of several texts.</summary>
internal sealed class AnyTextTest(ImmutableArray<TextTest> tests) : ValueTest
{
    public override bool Matches(LeafText leaf)
    {
        foreach (var test in tests)
        {
            if (test.Matches(leaf))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>
/// A text with wildcards, compared as UTF-8: whole value against whole pattern. Runs of plain text between the
/// wildcards are searched for from left to right, which finds a match where there is one without trying twice.
/// </summary>
internal sealed class TextTest : ValueTest
{
    private readonly bool _cased;

    /// <summary>The pattern, cut at every <c>*</c>: each piece is plain text and <c>?</c>.</summary>
    private readonly ImmutableArray<Piece> _pieces;

    public TextTest(SigmaText pattern, bool cased)
    {
        _cased = cased;
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var current = ImmutableArray.CreateBuilder<Element>();
        foreach (var part in pattern.Parts)
        {
            switch (part.Wildcard)
            {
                case SigmaText.Wildcard.Many:
                    pieces.Add(new Piece(current.ToImmutable()));
                    current.Clear();
                    break;
                case SigmaText.Wildcard.One:
                    current.Add(new Element(null, IsDash: false));
                    break;
                case SigmaText.Wildcard.Dash:
                    current.Add(new Element(null, IsDash: true));
                    break;
                default:
                    current.Add(new Element(cased ? Encoding.UTF8.GetBytes(part.Text) : LeafText.Fold(part.Text), IsDash: false));
                    break;
            }
        }

        pieces.Add(new Piece(current.ToImmutable()));
        _pieces = pieces.ToImmutable();
        Exactly = pattern.IsPlain && !cased ? pattern.Plain : null;
    }

    /// <summary>The one text this matches, in any case; null where it matches more.</summary>
    public string? Exactly { get; }

    public override bool Matches(LeafText leaf) => IsMatch(_cased ? leaf.Plain : leaf.Folded);

    private bool IsMatch(ReadOnlySpan<byte> text)
    {
        var first = _pieces[0].At(text, 0);
        if (_pieces.Length == 1)
        {
            return first == text.Length;
        }

        if (first < 0)
        {
            return false;
        }

        var rest = text[first..];
        for (var i = 1; i < _pieces.Length - 1; i++)
        {
            var end = _pieces[i].FindEnd(rest);
            if (end < 0)
            {
                return false;
            }

            rest = rest[end..];
        }

        return _pieces[^1].IsEndOf(rest);
    }

    /// <param name="Text">Plain text; null for one character: any, or any dash.</param>
    private readonly record struct Element(byte[]? Text, bool IsDash)
    {
        /// <summary>How many bytes at the start of the text this takes, or -1.</summary>
        public int Take(ReadOnlySpan<byte> text)
        {
            if (Text is not null)
            {
                return text.StartsWith(Text) ? Text.Length : -1;
            }

            if (text.IsEmpty)
            {
                return -1;
            }

            Rune.DecodeFromUtf8(text, out var character, out var length);
            return !IsDash || (character.IsBmp && SigmaText.Dashes.Contains((char)character.Value, StringComparison.Ordinal)) ? length : -1;
        }
    }

    private readonly record struct Piece(ImmutableArray<Element> Elements)
    {
        /// <summary>Where the piece ends if it stands at <paramref name="start"/>, or -1.</summary>
        public int At(ReadOnlySpan<byte> text, int start)
        {
            foreach (var element in Elements)
            {
                var taken = element.Take(text[start..]);
                if (taken < 0)
                {
                    return -1;
                }

                start += taken;
            }

            return start;
        }

        /// <summary>Where the first occurrence ends, or -1.</summary>
        public int FindEnd(ReadOnlySpan<byte> text)
        {
            if (Elements is [{ Text: { } plain }])
            {
                var found = text.IndexOf(plain);
                return found < 0 ? -1 : found + plain.Length;
            }

            for (var start = 0; start <= text.Length; start += start < text.Length ? CharacterLength(text[start..]) : 1)
            {
                if (At(text, start) is var end and >= 0)
                {
                    return end;
                }
            }

            return -1;
        }

        public bool IsEndOf(ReadOnlySpan<byte> text)
        {
            if (Elements.IsEmpty)
            {
                return true;
            }

            if (Elements is [{ Text: { } plain }])
            {
                return text.EndsWith(plain);
            }

            for (var start = 0; start <= text.Length; start += start < text.Length ? CharacterLength(text[start..]) : 1)
            {
                if (At(text, start) == text.Length)
                {
                    return true;
                }
            }

            return false;
        }

        private static int CharacterLength(ReadOnlySpan<byte> text)
        {
            Rune.DecodeFromUtf8(text, out _, out var length);
            return length;
        }
    }
}
