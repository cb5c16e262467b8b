using Sealtrail.Core.Chaining;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Chaining;

/// <summary>
/// Writers that overlap in every way a seed can think of, over a store that fails before and after its effect. A failure names its seed.
/// </summary>
public sealed class LedgerScheduleTests
{
    private const int Seeds = 60;

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(8, false)]
    [InlineData(2, true)]
    [InlineData(4, true)]
    public async Task Whatever_the_interleaving_every_object_is_sealed_once_in_one_chain(int writers, bool late)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var schedule = new Schedule(seed);
            var store = new MemoryLedger { Turn = schedule.TurnAsync, Later = schedule.Later, OnAppend = _ => Fault(random, late) };
            var calls = Enumerable.Range(0, writers).Select(_ => Calls(random)).ToList();
            var results = new List<SealResult>();
            try
            {
                schedule.Run(calls.Select((own, i) => (Func<Task>)(() => WriteAsync(new Ledger(store, schedule, new Random(i)), own, results))));

                await Chain.HoldsExactlyAsync(store, calls.SelectMany(own => own).SelectMany(call => call));
                Assert.All(results, result => Assert.Equal(store.Blocks[(int)result.Block.Index], result.Block));
                Assert.All(results, result => Assert.True(result.Agrees));
                if (!late)
                {
                    Assert.Equal(store.Blocks.Count, results.Where(result => result.IsNew).Select(result => result.Block.Index).Distinct().Count());
                }
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed}, {writers} writers, {schedule.Steps} steps: {failure.Message}", failure);
            }
        }
    }

    [Fact]
    public async Task Of_many_writers_of_one_object_exactly_one_says_that_it_sealed_it()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var schedule = new Schedule(seed);
            var store = new MemoryLedger { Turn = schedule.TurnAsync, OnAppend = _ => Fault(random, late: false) };
            var results = new List<SealResult>();

            schedule.Run(Enumerable.Range(0, 4).Select(i => (Func<Task>)(() => WriteAsync(new Ledger(store, schedule, new Random(i)), [[Drafts.Of("a")]], results))));

            Assert.Equal(1, results.Count(result => result.IsNew));
            await Chain.HoldsExactlyAsync(store, [Drafts.Of("a")]);
        }
    }

    private static async Task WriteAsync(Ledger ledger, List<BlockDraft[]> calls, List<SealResult> results)
    {
        foreach (var call in calls)
        {
            results.AddRange(await ledger.SealAsync(call, CancellationToken.None));
        }
    }

    /// <summary>A few calls with objects that other writers, and other calls, are given too.</summary>
    private static List<BlockDraft[]> Calls(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            Enumerable.Range(0, random.Next(1, 6)).Select(_ => Drafts.Of($"object-{random.Next(20)}")).ToArray())];

    private static LedgerFault Fault(Random random, bool late) => random.Next(10) switch
    {
        0 or 1 => LedgerFault.FailBefore,
        2 or 3 => LedgerFault.FailAfter,
        4 when late => LedgerFault.FailLate,
        _ => LedgerFault.None,
    };
}
