using System.Buffers.Binary;
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

        ref var slot = ref _slots[Slot(utf8)];
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

    /// <summary>From both ends and the length: names of one kind differ there. A collision costs a string, nothing else.</summary>
    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        unchecked
        {
            var mixed = (ulong)utf8.Length * 0x9E3779B97F4A7C15UL;
            if (utf8.Length >= sizeof(ulong))
            {
                mixed = (mixed ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * 0xFF51AFD7ED558CCDUL;
                mixed = (mixed ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8[(utf8.Length / 2 - 4)..])) * 0xC4CEB9FE1A85EC53UL;
                mixed = (mixed ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..])) * 0x9E3779B97F4A7C15UL;
            }
            else
            {
                foreach (var b in utf8)
                {
                    mixed = (mixed ^ b) * 0xFF51AFD7ED558CCDUL;
                }
            }

            return (int)(mixed >> 40) & (Slots - 1);
        }
    }
}
