using Sealtrail.Cli.Embedded;
using Sealtrail.Core.Chaining;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Chaining;

/// <summary>Writers on real threads, each with its own connection to one SQLite file, as processes would have.</summary>
public sealed class LedgerWritersTests
{
    [Theory]
    [InlineData(2, 12)]
    [InlineData(8, 4)]
    public async Task Writers_at_once_on_one_file_make_one_chain_with_every_object_once(int writers, int calls)
    {
        using var store = new TempStore();
        var shared = Drafts.Many("shared", calls);
        var work = Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            using var own = SqliteStore.Open(store.Path, mustExist: true);
            var ledger = new Ledger(new SqliteLedger(own), TimeProvider.System, new Random(writer));
            var results = new List<SealResult>();
            for (var call = 0; call < calls; call++)
            {
                results.AddRange(await ledger.SealAsync([shared[call], .. Drafts.Many($"{writer}-{call}", 3)], CancellationToken.None));
            }

            return results;
        }));

        var results = (await Task.WhenAll(work)).SelectMany(own => own).ToList();

        var all = Enumerable.Range(0, writers).SelectMany(writer => Enumerable.Range(0, calls).SelectMany(call => Drafts.Many($"{writer}-{call}", 3)));
        await Chain.HoldsExactlyAsync(store.Ledger, [.. shared, .. all]);
        Assert.Equal(writers * calls * 4, results.Count);
        Assert.All(results, result => Assert.True(result.Agrees));
    }

    [Fact]
    public async Task A_chain_goes_on_where_the_process_before_ended()
    {
        using var store = new TempStore();
        await new Ledger(store.Ledger, TimeProvider.System, new Random(1)).SealAsync(Drafts.Many("a", 3), CancellationToken.None);
        store.Reopen();

        var results = await new Ledger(store.Ledger, TimeProvider.System, new Random(1)).SealAsync(Drafts.Many("b", 2), CancellationToken.None);

        Assert.Equal([3L, 4L], results.Select(result => result.Block.Index));
        await Chain.HoldsExactlyAsync(store.Ledger, [.. Drafts.Many("a", 3), .. Drafts.Many("b", 2)]);
    }
}
