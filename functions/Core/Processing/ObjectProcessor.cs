using System.Collections.Immutable;
using System.Security.Cryptography;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Core.Processing;

/// <summary>Reads one object: its block's facts, its events, its rejections. One for each thread.</summary>
internal sealed class ObjectProcessor(IObjectArchive archive, RuleSet? rules, ParsingLimits limits) : IDisposable
{
    /// <summary>Events kept from the first reading; an object with more is read a second time, so that memory stays bounded.</summary>
    public const int MostKept = 5_000;

    private const int MostRejectionsTold = 1_000;

    private readonly RecordProcessor _records = new(rules, limits);
    private readonly JsonTape _tape = new();

    public void Dispose() => _records.Dispose();

    /// <exception cref="IOException">The object cannot be read.</exception>
    public async Task<ReadObject> ReadAsync(ObjectSource source, CancellationToken cancellation)
    {
        await using var stream = await archive.OpenAsync(source, cancellation);
        using var reader = new RecordReader(stream, limits, _tape);
        using var survey = new ObjectSurvey(source);
        while (reader.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!reader.IsRecord)
            {
                survey.Damage(reader.Offset, reader.Length, reader.Damage!);
                continue;
            }

            var leaf = _records.Leaf(reader.Bytes);
            var record = _records.Process(reader, leaf, source, out var time, out var reason);
            survey.Record(leaf, time);
            if (record is null)
            {
                survey.Reject(reader.Index, reader.Offset, reader.Length, reason!);
            }
            else
            {
                survey.Keep(record);
            }
        }

        return reader.Content is { } content
            ? survey.Finish(content, content.Bytes)
            : survey.FinishRaw(await RawDigestAsync(source, cancellation), reader.InflatedBytes);
    }

    /// <summary>Reads an object's events again, part by part, holding every record to the leaf of the first reading.</summary>
    /// <exception cref="ObjectUnreadableException">The object cannot be read now, or is not what it was.</exception>
    public async IAsyncEnumerable<IReadOnlyList<ReadRecord>> ReadAgainAsync(
        ReadObject first, int partSize, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var source = first.Draft.Source;
        await using var stream = await OpenAgainAsync(source, cancellation);
        using var reader = new RecordReader(stream, limits, _tape);
        var part = new List<ReadRecord>(partSize);
        while (MoveNext(reader, source))
        {
            if (!reader.IsRecord)
            {
                continue;
            }

            var leaf = _records.Leaf(reader.Bytes);
            if (reader.Index >= first.Leaves.Length / Hash256.Size || leaf != new Hash256(first.Leaves.AsSpan(reader.Index * Hash256.Size, Hash256.Size)))
            {
                throw new ObjectUnreadableException($"{source.Key} changed while it was read");
            }

            if (_records.Process(reader, leaf, source, out _, out _) is { } record)
            {
                part.Add(record);
            }

            if (part.Count == partSize)
            {
                yield return part;
                part = new List<ReadRecord>(partSize);
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private async Task<Stream> OpenAgainAsync(ObjectSource source, CancellationToken cancellation)
    {
        try
        {
            return await archive.OpenAsync(source, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ObjectUnreadableException(unreadable.Message);
        }
    }

    /// <summary>The archive's errors must not be taken for the store's, which come up through the same loop.</summary>
    private static bool MoveNext(RecordReader reader, ObjectSource source)
    {
        try
        {
            return reader.MoveNext();
        }
        catch (IOException unreadable)
        {
            throw new ObjectUnreadableException($"{source.Key}: {unreadable.Message}");
        }
    }

    private async Task<ContentDigest> RawDigestAsync(ObjectSource source, CancellationToken cancellation)
    {
        await using var stream = await archive.OpenAsync(source, cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
        }

        return new ContentDigest(ContentKind.Raw, new Hash256(hash.GetHashAndReset()), bytes);
    }

    /// <summary>What is gathered while an object is read.</summary>
    private sealed class ObjectSurvey(ObjectSource source) : IDisposable
    {
        private readonly MerkleRoot _root = new();
        private readonly MemoryStream _leaves = new();
        private readonly ImmutableArray<Rejection>.Builder _rejections = ImmutableArray.CreateBuilder<Rejection>();
        private List<ReadRecord>? _records = [];
        private long _rejected;
        private long _damaged;
        private DateTimeOffset? _oldest;
        private DateTimeOffset? _newest;

        public void Record(Hash256 leaf, DateTimeOffset? time)
        {
            Span<byte> bytes = stackalloc byte[Hash256.Size];
            leaf.CopyTo(bytes);
            _leaves.Write(bytes);
            _root.Append(leaf);
            _oldest = time < _oldest || _oldest is null ? time ?? _oldest : _oldest;
            _newest = time > _newest || _newest is null ? time ?? _newest : _newest;
        }

        public void Keep(ReadRecord record)
        {
            _records?.Add(record);
            _records = _records is { Count: > MostKept } ? null : _records;
        }

        public void Damage(long offset, long length, string reason)
        {
            _damaged++;
            Reject(null, offset, length, reason);
        }

        public void Reject(int? index, long offset, long length, string reason)
        {
            _rejected++;
            if (_rejections.Count < MostRejectionsTold)
            {
                _rejections.Add(new Rejection(source, index, offset, length, reason));
            }
        }

        public ReadObject Finish(ContentDigest content, long inflated) => Finish(
            new BlockDraft(source, content, _root.Count, _root.Current(), _oldest, _newest), inflated);

        /// <summary>An object that does not inflate is a block of no records, whatever could be read of it.</summary>
        public ReadObject FinishRaw(ContentDigest content, long inflated)
        {
            using var none = new MerkleRoot();
            return Finish(new BlockDraft(source, content, 0, none.Current(), null, null), inflated);
        }

        public void Dispose()
        {
            _root.Dispose();
            _leaves.Dispose();
        }

        private ReadObject Finish(BlockDraft draft, long inflated)
        {
            if (_rejected > _rejections.Count)
            {
                _rejections.Add(new Rejection(source, null, 0, 0, $"{_rejected - _rejections.Count:N0} more of the same object were rejected"));
            }

            return new ReadObject(draft, _root.Count + _damaged, _rejected, _rejections.ToImmutable(), _leaves.ToArray(), _records, inflated);
        }
    }
}
