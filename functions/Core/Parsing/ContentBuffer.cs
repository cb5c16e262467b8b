using System.Buffers;
using System.Security.Cryptography;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Parsing;

/// <summary>
/// A window on an object's inflated content: what has been read and not yet consumed, in one contiguous array.
/// Counts and hashes every byte that passes. Memory is the window, whatever the object's size.
/// </summary>
internal sealed class ContentBuffer : IDisposable
{
    private const int InitialSize = 256 << 10;

    private readonly Stream _content;
    private readonly bool _inflating;
    private readonly long _limit;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _array = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _end;

    /// <param name="source">The object as it stands; gzip is told by its first two bytes.</param>
    /// <param name="limit">How many inflated bytes are read before the object is given up.</param>
    public ContentBuffer(Stream source, long limit)
    {
        _limit = limit;
        var head = new byte[2];
        var read = source.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        var whole = new PrefixedStream(head.AsMemory(0, read), source);
        _inflating = read == 2 && head[0] == 0x1f && head[1] == 0x8b;
        _content = _inflating ? StrictGzip.Open(whole) : whole;
    }

    public byte[] Array => _array;

    /// <summary>Index of the first unconsumed byte.</summary>
    public int Start { get; private set; }

    public int Count => _end - Start;

    public ReadOnlySpan<byte> Unread => _array.AsSpan(Start, Count);

    /// <summary>Offset in the content of the first unconsumed byte.</summary>
    public long Offset { get; private set; }

    public bool AtEnd { get; private set; }

    public long TotalBytes { get; private set; }

    /// <summary>Why the content could not be read to its end; null while all is well.</summary>
    public string? Failure { get; private set; }

    public bool OverLimit { get; private set; }

    public void Consume(int count)
    {
        Start += count;
        Offset += count;
    }

    /// <summary>Reads on until the window is full, making room first; false where the content ends and nothing came.</summary>
    public bool Fill()
    {
        if (AtEnd)
        {
            return false;
        }

        MakeRoom();
        var before = _end;
        while (_end < _array.Length && !AtEnd)
        {
            var read = ReadOnce();
            _hash.AppendData(_array, _end, read);
            _end += read;
            TotalBytes += read;
            AtEnd |= read == 0;
        }

        return _end > before;
    }

    /// <summary>Hash and size of the inflated content, once it was read to its end; null where it could not be.</summary>
    public ContentDigest? Finish()
    {
        if (Failure is not null || !AtEnd)
        {
            return null;
        }

        Span<byte> digest = stackalloc byte[Hash256.Size];
        _hash.GetCurrentHash(digest);
        return new ContentDigest(ContentKind.Inflated, new Hash256(digest), TotalBytes);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        _hash.Dispose();
        _content.Dispose();
    }

    private int ReadOnce()
    {
        try
        {
            var read = _content.Read(_array, _end, _array.Length - _end);
            if (TotalBytes + read <= _limit)
            {
                return read;
            }

            OverLimit = true;
            Failure = $"the object inflates past the limit of {_limit:N0} bytes";
        }
        catch (InvalidDataException damaged) when (_inflating)
        {
            Failure = $"the gzip data is damaged or breaks off: {damaged.Message}";
        }

        AtEnd = true;
        return 0;
    }

    private void MakeRoom()
    {
        if (Start > 0)
        {
            _array.AsSpan(Start, Count).CopyTo(_array);
            _end -= Start;
            Start = 0;
        }
        else if (_end == _array.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(2 * _array.Length);
            _array.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }
    }
}
