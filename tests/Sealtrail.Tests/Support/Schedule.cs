using Xunit;

namespace Sealtrail.Tests.Support;

/// <summary>
/// Runs several actors as if at once, one step at a time, in an order drawn from a seed: an interleaving that fails can be
/// run again. Also their clock: to wait is to give the turn away.
/// </summary>
internal sealed class Schedule(int seed) : TimeProvider
{
    private readonly Random _random = new(seed);
    private readonly List<Action> _waiting = [];
    private long _looks;
    private bool _runs;

    public int Steps { get; private set; }

    /// <summary>Ends when the actor's turn comes; at once where no schedule runs.</summary>
    public Task TurnAsync()
    {
        if (!_runs)
        {
            return Task.CompletedTask;
        }

        var turn = new TaskCompletionSource();
        _waiting.Add(turn.SetResult);
        return turn.Task;
    }

    /// <summary>Does something at a later step, or never where everybody else is done first.</summary>
    public void Later(Action work) => _waiting.Add(work);

    public void Run(IEnumerable<Func<Task>> actors)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _runs = true;
        try
        {
            var running = actors.Select(actor => actor()).ToList();
            while (_waiting.Count > 0)
            {
                var next = _random.Next(_waiting.Count);
                var step = _waiting[next];
                _waiting.RemoveAt(next);
                Steps++;
                step();
            }

            Assert.All(running, actor => Assert.True(actor.IsCompleted, "an actor waits for something that never comes"));
            running.ForEach(actor => actor.GetAwaiter().GetResult());
        }
        finally
        {
            _runs = false;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddMilliseconds(++_looks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waiting.Add(() => callback(state));
        return new InstantClock.Elapsed();
    }
}
