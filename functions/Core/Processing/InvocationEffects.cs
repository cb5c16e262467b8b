using Sealtrail.Core.Alerting;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;

namespace Sealtrail.Core.Processing;

/// <summary>
/// Writes the effects of an invocation's sealed objects, in the order index → alert → complete. Events of many small objects
/// share a put, so that their postings do too. Whatever is left unwritten by a crash is written again when the objects are redelivered.
/// </summary>
internal sealed class InvocationEffects(IIndexStore index, AlertDesk alerts)
{
    /// <summary>Events of one put: one transaction of the store.</summary>
    public const int PutSize = 2_000;

    private readonly List<Work> _works = [];
    private readonly List<(ReadRecord Record, Work Work)> _waiting = [];

    /// <param name="records">The object's events, or the next of them.</param>
    public async Task AddAsync(ReadObject read, SealResult seal, IReadOnlyList<ReadRecord> records, CancellationToken cancellation)
    {
        if (_works.Count == 0 || _works[^1].Read != read)
        {
            _works.Add(new Work(read, seal, alerts.Begin(seal.Block.Index)));
        }

        foreach (var record in records)
        {
            _waiting.Add((record, _works[^1]));
            if (_waiting.Count == PutSize)
            {
                await PutAsync(cancellation);
            }
        }
    }

    /// <summary>Gives an object up: nothing more of it is written, and it is not completed.</summary>
    public void Fail(ReadObject read, string problem)
    {
        var work = _works.Find(work => work.Read == read);
        if (work is null)
        {
            _works.Add(work = new Work(read, null, null));
        }

        work.Problem = problem;
        _waiting.RemoveAll(waiting => waiting.Work == work);
    }

    public async Task<IReadOnlyList<ObjectResult>> FinishAsync(CancellationToken cancellation)
    {
        await PutAsync(cancellation);
        foreach (var work in _works.Where(work => work.Problem is null))
        {
            work.Counts = await work.Alerts!.FinishAsync(cancellation);
        }

        var results = _works.ConvertAll(work => work.Result());
        await index.CompleteAsync([.. results.Select(result => result.Account).OfType<ObjectAccount>()], cancellation);
        return results;
    }

    private async Task PutAsync(CancellationToken cancellation)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        var outcomes = await index.PutAsync([.. _waiting.Select(waiting => new IndexedEvent(waiting.Record.Event, waiting.Work.Block))], cancellation);
        for (var i = 0; i < _waiting.Count; i++)
        {
            _waiting[i].Work.Count(_waiting[i].Record, outcomes[i]);
        }

        foreach (var work in _waiting.Select(waiting => waiting.Work).Distinct())
        {
            await work.Alerts!.AddAsync(work.TakeMatches(), cancellation);
        }

        _waiting.Clear();
    }

    /// <summary>One object under way.</summary>
    private sealed class Work(ReadObject read, SealResult? seal, BlockAlerts? alerts)
    {
        private List<AlertMatch> _matches = [];
        private long _indexed;
        private long _duplicates;

        public ReadObject Read => read;

        public long Block => seal!.Block.Index;

        public BlockAlerts? Alerts => alerts;

        public AlertCounts Counts { get; set; }

        public string? Problem { get; set; }

        public void Count(ReadRecord record, PutOutcome outcome)
        {
            if (outcome == PutOutcome.Duplicate)
            {
                _duplicates++;
                return;
            }

            _indexed++;
            foreach (var rule in record.Matches)
            {
                _matches.Add(new AlertMatch(rule, record.Event));
            }
        }

        public List<AlertMatch> TakeMatches()
        {
            var taken = _matches;
            _matches = [];
            return taken;
        }

        public ObjectResult Result()
        {
            var source = read.Draft.Source;
            if (Problem is not null)
            {
                return new ObjectResult(source, ObjectStatus.Failed, null, false, 0, 0, 0, Problem);
            }

            var account = new ObjectAccount(source, Block, read.Received, _indexed, _duplicates, read.Rejected)
            {
                Rejections = read.Rejections,
                Leaves = read.Draft.RecordCount > 0 ? read.Leaves : ReadOnlyMemory<byte>.Empty,
            };
            return new ObjectResult(source, ObjectStatus.Done, account, seal!.IsNew, Counts.Opened, Counts.Suppressed, read.InflatedBytes, null);
        }
    }
}
