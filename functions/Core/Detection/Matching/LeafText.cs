using System.Buffers;
using System.Text;
using System.Text.Json;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection.Matching;

/// <summary>
/// The text of one scalar of an event, in the forms that tests ask for, each made at most once: as it is, and folded for
/// comparison without regard to case. Reused from leaf to leaf; not safe for concurrent use.
/// </summary>
internal sealed class LeafText
{
    private byte[] _plain = new byte[512];
    private byte[] _folded = new byte[512];
    private JsonValue _leaf;
    private int _plainLength;
    private int _foldedLength;

    public JsonTokenType Type => _leaf.Type;

    public void Set(JsonValue leaf)
    {
        _leaf = leaf;
        _plainLength = -1;
        _foldedLength = -1;
    }

    /// <summary>UTF-8, JSON escapes undone.</summary>
    public ReadOnlySpan<byte> Plain
    {
        get
        {
            if (!_leaf.IsEscaped)
            {
                return _leaf.Raw;
            }

            if (_plainLength < 0)
            {
                Ensure(ref _plain, _leaf.Raw.Length);
                _plainLength = JsonText.Unescape(_leaf.Raw, _plain);
            }

            return _plain.AsSpan(0, _plainLength);
        }
    }

    /// <summary>UTF-8 in lower case, as <see cref="Fold"/> has it.</summary>
    public ReadOnlySpan<byte> Folded
    {
        get
        {
            if (_foldedLength < 0)
            {
                var plain = Plain;
                Ensure(ref _folded, plain.Length);
                if (Ascii.ToLower(plain, _folded, out _foldedLength) != OperationStatus.Done)
                {
                    var folded = Fold(Encoding.UTF8.GetString(plain));
                    Ensure(ref _folded, folded.Length);
                    folded.CopyTo(_folded, 0);
                    _foldedLength = folded.Length;
                }
            }

            return _folded.AsSpan(0, _foldedLength);
        }
    }

    public string Text => Encoding.UTF8.GetString(Plain);

    public static byte[] Fold(string text) => Encoding.UTF8.GetBytes(text.ToLowerInvariant());

    private static void Ensure(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[Math.Max(length, 2 * buffer.Length)];
        }
    }
}
