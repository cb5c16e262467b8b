using System.Security.Cryptography;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>
/// Counts, and hashes where asked to, what is read through it; bytes taken off the front for a look can be put back first.
/// Leaves the inner stream open.
/// </summary>
internal sealed class CountingStream(Stream inner, IncrementalHash? hash = null, ReadOnlyMemory<byte> front = default) : Stream
{
    private ReadOnlyMemory<byte> _front = front;

    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var fromFront = Math.Min(_front.Length, buffer.Length);
        _front.Span[..fromFront].CopyTo(buffer);
        _front = _front[fromFront..];
        var read = fromFront > 0 ? fromFront : inner.Read(buffer);
        Count += read;
        hash?.AppendData(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
