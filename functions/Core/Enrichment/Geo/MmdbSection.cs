using System.Buffers.Binary;
using System.Text;

namespace Sealtrail.Core.Enrichment.Geo;

/// <summary>
/// The values of a data section of the MaxMind DB format, version 2.0 ("Output data section"). The bytes may be hostile: every offset is
/// checked, a pointer is followed once, and a lookup ends after so many steps. Offsets count from the section's first byte.
/// </summary>
internal sealed class MmdbSection(ReadOnlyMemory<byte> bytes)
{
    private const int MostSteps = 10_000;
    private const int Deepest = 32;

    private enum Kind
    {
        Extended = 0,
        Pointer = 1,
        Text = 2,
        UInt16 = 5,
        UInt32 = 6,
        Map = 7,
        UInt64 = 9,
        Array = 11,
        Boolean = 14,
    }

    /// <returns>Where the member's value stands; null where there is no such member, or no map.</returns>
    /// <exception cref="InvalidDataException">The data break off or make no sense.</exception>
    public int? Member(int map, ReadOnlySpan<byte> name)
    {
        var head = Resolve(map);
        if (head.Kind != Kind.Map)
        {
            return null;
        }

        var (at, steps) = (head.Content, 0);
        for (var i = 0; i < head.Size; i++)
        {
            var key = Resolve(at);
            var value = Skip(at, 0, ref steps);
            if (key.Kind == Kind.Text && Slice(key.Content, key.Size).SequenceEqual(name))
            {
                return value;
            }

            at = Skip(value, 0, ref steps);
        }

        return null;
    }

    public string? Text(int? at) =>
        at is { } given && Resolve(given) is { Kind: Kind.Text } text ? Encoding.UTF8.GetString(Slice(text.Content, text.Size)) : null;

    public long? Number(int? at)
    {
        if (at is not { } given || Resolve(given) is not { Kind: Kind.UInt16 or Kind.UInt32 or Kind.UInt64, Size: <= 7 } number)
        {
            return null;
        }

        Span<byte> wide = stackalloc byte[8];
        wide.Clear();
        Slice(number.Content, number.Size).CopyTo(wide[(8 - number.Size)..]);
        return BinaryPrimitives.ReadInt64BigEndian(wide);
    }

    /// <summary>The value itself where a pointer leads to it.</summary>
    private Head Resolve(int at)
    {
        var head = Read(at);
        var target = head.Kind == Kind.Pointer ? Read(head.Size) : head;
        return target.Kind == Kind.Pointer ? throw Damaged(at, "a pointer leads to a pointer") : target;
    }

    /// <returns>Where the next value begins.</returns>
    private int Skip(int at, int depth, ref int steps)
    {
        if (++steps > MostSteps || depth > Deepest)
        {
            throw Damaged(at, "larger or deeper than any real value");
        }

        var head = Read(at);
        switch (head.Kind)
        {
            case Kind.Pointer or Kind.Boolean:
                return head.Content;
            case Kind.Map or Kind.Array:
                var next = head.Content;
                for (var left = (head.Kind == Kind.Map ? 2L : 1L) * head.Size; left > 0; left--)
                {
                    next = Skip(next, depth + 1, ref steps);
                }

                return next;
            default:
                Slice(head.Content, head.Size);
                return head.Content + head.Size;
        }
    }

    /// <summary>Reads a control byte and what belongs to it. A pointer's target is its size, and its content is what comes after it.</summary>
    private Head Read(int at)
    {
        var control = Slice(at++, 1)[0];
        var kind = (Kind)(control >> 5);
        if (kind == Kind.Pointer)
        {
            var length = ((control >> 3) & 3) + 1;
            var low = Unsigned(at, length);
            var target = length == 4 ? low : ((control & 7L) << (8 * length)) + low + (length == 2 ? 2_048 : length == 3 ? 526_336 : 0);
            return target < bytes.Length ? new Head(kind, (int)target, at + length) : throw Damaged(at, "a pointer leads out of the data");
        }

        if (kind == Kind.Extended)
        {
            kind = (Kind)(Slice(at++, 1)[0] + 7);
        }

        var size = control & 31;
        if (size > 28)
        {
            var length = size - 28;
            size = (int)Unsigned(at, length) + (length == 1 ? 29 : length == 2 ? 285 : 65_821);
            at += length;
        }

        return new Head(kind, size, at);
    }

    private long Unsigned(int at, int length)
    {
        var value = 0L;
        foreach (var b in Slice(at, length))
        {
            value = (value << 8) | b;
        }

        return value;
    }

    private ReadOnlySpan<byte> Slice(int at, int length) =>
        at >= 0 && length <= bytes.Length - at ? bytes.Span.Slice(at, length) : throw Damaged(at, "the data break off");

    private static InvalidDataException Damaged(int at, string why) => new($"the database is damaged at byte {at} of its data: {why}");

    private readonly record struct Head(Kind Kind, int Size, int Content);
}
