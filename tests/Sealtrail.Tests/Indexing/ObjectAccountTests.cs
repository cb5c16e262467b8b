using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

public sealed class ObjectAccountTests
{
    [Theory]
    [InlineData(10, 7, 2, 0)]
    [InlineData(10, 7, 2, 2)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(1, 0, 0, 0)]
    public void An_account_that_does_not_add_up_cannot_be_made(long received, long indexed, long duplicates, long rejected)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new ObjectAccount(SampleEvents.Source(), 0, received, indexed, duplicates, rejected));

        Assert.Contains(SampleEvents.Source().Uri, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(10, 7, 2, 1)]
    [InlineData(10, 0, 10, 0)]
    public void An_account_that_adds_up_keeps_its_numbers(long received, long indexed, long duplicates, long rejected)
    {
        var account = new ObjectAccount(SampleEvents.Source(), 3, received, indexed, duplicates, rejected);

        Assert.Equal((received, indexed, duplicates, rejected), (account.Received, account.Indexed, account.Duplicates, account.Rejected));
    }

    [Fact]
    public void The_store_refuses_a_row_that_does_not_add_up()
    {
        using var store = new TempStore();
        const string Row = "INSERT INTO objects (source, block, received, indexed, duplicates, rejected, leaves) VALUES (?1, 0, ?2, 1, 1, 1, x'')";

        Assert.Throws<IOException>(() => store.Tamper(Row, "file:a", 4));
        Assert.Equal(1, store.Tamper(Row, "file:a", 3));
    }
}
