namespace Sealtrail.Tests.Support;

/// <summary>A clock on which every wait is over at once. It stands still, or moves by a step at every look.</summary>
internal sealed class InstantClock(TimeSpan step = default) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private long _looks;

    public override DateTimeOffset GetUtcNow() => Start + (Interlocked.Increment(ref _looks) * step);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Elapsed();
    }

    /// <summary>A timer that has nothing more to do.</summary>
    internal sealed class Elapsed : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
