namespace Sealtrail.Tests.Parsing;

/// <summary>A stream of any length that holds next to nothing: a first part, a middle part so many times, a last part.</summary>
internal sealed class GeneratedStream(byte[] first, byte[] middle, long times, byte[] last) : Stream
{
    private byte[] _part = first;
    private long _left = times;
    private int _at;
    private bool _ending;

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
        while (_at == _part.Length)
        {
            if (_ending)
            {
                return 0;
            }

            _ending = _left == 0;
            (_part, _at) = (_left-- > 0 ? middle : last, 0);
        }

        var count = Math.Min(buffer.Length, _part.Length - _at);
        _part.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
