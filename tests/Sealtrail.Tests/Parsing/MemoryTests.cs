using System.Text;
using Sealtrail.Core.Parsing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>Reading costs the window and the longest record, whatever the size of the object.</summary>
public sealed class MemoryTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void An_object_that_inflates_to_300_MB_is_read_in_a_bounded_window()
    {
        var (records, inflated, allocated) = Read(members: 500);

        Assert.Equal(500_001, records);
        Assert.InRange(inflated, 300_000_000, 400_000_000);
        Assert.InRange(allocated, 0, 4 * Megabyte);
    }

    [Fact]
    public void Ten_times_the_object_costs_no_more_memory()
    {
        Read(members: 1);
        var small = Read(members: 10).Allocated;
        var large = Read(members: 100).Allocated;

        Assert.InRange(large, 0, small + Megabyte);
    }

    [Fact]
    public void A_quarter_of_a_gigabyte_of_white_space_is_passed_over_in_the_window()
    {
        var spaces = Gzip.Of(new string(' ', 16 << 20));
        using var stored = new GeneratedStream(Gzip.Of("{\"Records\":["), spaces, 16, Gzip.Of(Records.Record(1) + "]}"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = new RecordReader(stored, new ParsingLimits());

        Assert.True(reader.MoveNext());
        Assert.Equal((0, 12 + (256L << 20)), (reader.Index, reader.Offset));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Megabyte);
    }

    [Fact]
    public void A_hundred_megabytes_of_rubbish_are_one_rejection_in_the_window()
    {
        var rubbish = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("no JSON at all, { but braces\n", 40_000)));
        using var stored = new GeneratedStream(Encoding.UTF8.GetBytes($"[{Records.Record(1)},"), rubbish, 90, Encoding.UTF8.GetBytes($",{Records.Record(2)}]"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = new RecordReader(stored, new ParsingLimits());
        var items = new List<(int Index, long Length)>();
        while (reader.MoveNext())
        {
            items.Add((reader.Index, reader.Length));
        }

        Assert.Equal([(0, Records.Record(1).Length), (-1, (90L * rubbish.Length) + 1), (1, Records.Record(2).Length)], items);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Megabyte);
    }

    /// <summary>Reads gzip members of a thousand records each, made as they are asked for.</summary>
    private static (int Records, long Inflated, long Allocated) Read(int members)
    {
        var thousand = Gzip.Of(string.Concat(Enumerable.Range(0, 1000).Select(number => Records.Record(number) + ",\n")));
        using var stored = new GeneratedStream(Gzip.Of("{\"Records\":["), thousand, members, Gzip.Of(Records.Record(1) + "]}"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = new RecordReader(stored, new ParsingLimits());
        while (reader.MoveNext())
        {
            Assert.True(reader.IsRecord, reader.Damage);
        }

        Assert.NotNull(reader.Content);
        return (reader.RecordCount, reader.InflatedBytes, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
