using System.Text;
using System.Text.Unicode;

namespace Sealtrail.Core.Events;

/// <summary>
/// Gives the same <see cref="string"/> for the same UTF-8 bytes, most of the time: trails repeat their services,
/// actions, ARNs and keys, and a string seen lately costs no allocation. A direct-mapped cache of bounded size.
/// </summary>
internal sealed class Utf8Strings
{
    private const int Slots = 4096;
    private const int LongestKept = 256;

    private readonly string?[] _slots = new string?[Slots];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length == 0)
        {
            return "";
        }

        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = default(HashCode);
        hash.AddBytes(utf8);
        ref var slot = ref _slots[hash.ToHashCode() & (Slots - 1)];
        if (slot is not null && Ascii.Equals(utf8, slot))
        {
            return slot;
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (Utf8.IsValid(utf8))
        {
            slot = text;
        }

        return text;
    }
}
