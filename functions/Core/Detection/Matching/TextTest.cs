using System.Collections.Immutable;
using System.Text;
using Sealtrail.Core.Detection.Loading;

namespace Sealtrail.Core.Detection.Matching;

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
        var current = ImmutableArray.CreateBuilder<byte[]?>();
        foreach (var part in pattern.Parts)
        {
            switch (part.Wildcard)
            {
                case SigmaText.Wildcard.Many:
                    pieces.Add(new Piece(current.ToImmutable()));
                    current.Clear();
                    break;
                case SigmaText.Wildcard.One:
                    current.Add(null);
                    break;
                default:
                    current.Add(cased ? Encoding.UTF8.GetBytes(part.Text) : LeafText.Fold(part.Text));
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

    /// <param name="Parts">Plain texts; null for one character, whatever it is.</param>
    private readonly record struct Piece(ImmutableArray<byte[]?> Parts)
    {
        /// <summary>Where the piece ends if it stands at <paramref name="start"/>, or -1.</summary>
        public int At(ReadOnlySpan<byte> text, int start)
        {
            foreach (var part in Parts)
            {
                if (part is null)
                {
                    if (start >= text.Length)
                    {
                        return -1;
                    }

                    start += CharacterLength(text[start..]);
                }
                else if (text[start..].StartsWith(part))
                {
                    start += part.Length;
                }
                else
                {
                    return -1;
                }
            }

            return start;
        }

        /// <summary>Where the first occurrence ends, or -1.</summary>
        public int FindEnd(ReadOnlySpan<byte> text)
        {
            if (Parts.Length == 1 && Parts[0] is { } plain)
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
            if (Parts.Length == 0)
            {
                return true;
            }

            if (Parts.Length == 1 && Parts[0] is { } plain)
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
