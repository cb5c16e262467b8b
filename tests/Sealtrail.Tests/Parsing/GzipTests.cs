using System.IO.Compression;
using System.Text;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>Gzip that is whole, in parts, and broken.</summary>
public sealed class GzipTests
{
    /// <summary>Fifty records: enough that most of them come out before the end of the compressed bytes is reached.</summary>
    private static readonly string File = Records.File(Enumerable.Range(1, 50).Select(number => Records.Record(number) + "\n"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Several_members_are_one_content_wherever_they_were_cut(int members)
    {
        var bytes = Encoding.UTF8.GetBytes(File);
        var stored = bytes.Chunk((bytes.Length / members) + 1).SelectMany(Gzip.Of).ToArray();

        Assert.Equal(Enumerable.Range(1, 50), Reading.Of(stored).Numbers);
        Assert.Equal(Reading.Of(File).Content, Reading.Of(stored).Content);
    }

    [Fact]
    public void The_gzip_of_nothing_is_a_content_of_no_bytes()
    {
        var reading = Reading.Of(Gzip.Of(""));

        Assert.Equal("0 records, 0 damaged", reading.Count);
        Assert.Equal((ContentKind.Inflated, 0L), (reading.Content!.Kind, reading.Content.Bytes));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void Of_a_truncated_file_the_records_before_the_cut_come_through_and_one_rejection_tells_it(double share)
    {
        var whole = Gzip.Of(File);
        var cut = whole[..(int)(whole.Length * share)];
        var reading = Reading.Of(cut);
        var before = Inflatable(cut);

        Assert.Equal(Enumerable.Range(1, before), reading.Numbers);
        Assert.InRange(before, 4, 49);
        Assert.Contains("breaks off", Assert.Single(reading.Damage), StringComparison.Ordinal);
        Assert.Null(reading.Content);
    }

    [Fact]
    public void A_file_cut_anywhere_is_never_taken_for_a_whole_one()
    {
        var whole = Gzip.Of(Records.File(1, 2));
        for (var length = 2; length < whole.Length; length++)
        {
            var reading = Reading.Of(whole[..length]);

            Assert.True(reading.Content is null && reading.Damage.Count() == 1, $"cut after {length} of {whole.Length} bytes: {reading.Count}");
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1)]
    public void A_wrong_check_sum_or_size_is_told(int fromEnd)
    {
        var stored = Gzip.Of(File);
        stored[^fromEnd] ^= 1;
        var reading = Reading.Of(stored);

        Assert.Contains("damaged", Assert.Single(reading.Damage), StringComparison.Ordinal);
        Assert.Null(reading.Content);
    }

    [Fact]
    public void A_damaged_second_member_leaves_the_records_of_the_first()
    {
        byte[] second = [.. Gzip.Of(Records.Record(2))];
        second[20] ^= 0x55;
        var reading = Reading.Of([.. Gzip.Of(Records.Record(1) + "\n"), .. second]);

        Assert.Equal(1, reading.Numbers.First());
        Assert.Single(reading.Damage);
        Assert.Null(reading.Content);
    }

    [Fact]
    public async Task An_object_that_does_not_inflate_is_sealed_as_it_stands_and_its_records_are_events_all_the_same()
    {
        var whole = Gzip.Of(File);
        byte[] cut = whole[..^8];
        var read = await Sample.ReadAsync(cut);

        Assert.Equal(new ContentDigest(ContentKind.Raw, new Hash256(System.Security.Cryptography.SHA256.HashData(cut)), cut.Length), read.Draft.Content);
        Assert.Equal(0, read.Draft.RecordCount);
        Assert.Null(read.Draft.Oldest);
        Assert.Equal((51L, 1L, 50), (read.Received, read.Rejected, read.Records!.Count));
    }

    [Theory]
    [InlineData(new byte[] { 0x1f })]
    [InlineData(new byte[] { 0x1f, 0x8a, 0x08 })]
    [InlineData(new byte[] { 0x00, 0xff, 0x80 })]
    public void Bytes_that_are_neither_gzip_nor_JSON_are_content_with_one_rejection(byte[] stored)
    {
        var reading = Reading.Of(stored);

        Assert.Equal("0 records, 1 damaged", reading.Count);
        Assert.Equal((ContentKind.Inflated, (long)stored.Length), (reading.Content!.Kind, reading.Content.Bytes));
    }

    /// <summary>How many whole records can be inflated of what is stored, byte by byte.</summary>
    private static int Inflatable(byte[] stored)
    {
        using var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        var ends = 0;
        try
        {
            for (int read; (read = gzip.ReadByte()) >= 0; ends += read == '\n' ? 1 : 0)
            {
            }
        }
        catch (InvalidDataException)
        {
            // As far as it goes.
        }

        return ends;
    }
}
