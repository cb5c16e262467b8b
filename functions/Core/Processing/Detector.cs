using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Core.Processing;

/// <summary>A rule that matched an event.</summary>
public sealed record RuleMatch(AuditEvent Event, RuleSummary Rule);

/// <summary>Parsing and rules alone: nothing is sealed, indexed or remembered. Not safe for concurrent use.</summary>
public sealed class Detector(IObjectArchive archive, RuleSet rules, ParsingLimits limits) : IDisposable
{
    private readonly RecordProcessor _records = new(rules, limits);

    /// <returns>What of the object could not be matched because it is no event.</returns>
    /// <exception cref="IOException">The object cannot be read.</exception>
    public async Task<IReadOnlyList<Rejection>> RunAsync(ObjectSource source, Action<RuleMatch> matched, CancellationToken cancellation)
    {
        var rejections = new List<Rejection>();
        await using var stream = await archive.OpenAsync(source, cancellation);
        using var reader = new RecordReader(stream, limits);
        while (reader.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!reader.IsRecord)
            {
                rejections.Add(new Rejection(source, null, reader.Offset, reader.Length, reader.Damage!));
                continue;
            }

            var record = _records.Process(reader, _records.Leaf(reader.Bytes), source, out _, out var reason);
            if (record is null)
            {
                rejections.Add(new Rejection(source, reader.Index, reader.Offset, reader.Length, reason!));
                continue;
            }

            foreach (var rule in record.Matches)
            {
                matched(new RuleMatch(record.Event, rule));
            }
        }

        return rejections;
    }

    public void Dispose() => _records.Dispose();
}
