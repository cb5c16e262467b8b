using System.Text;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Chaining.Verifying;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;
using Xunit;

namespace Sealtrail.Tests.Parsing;

/// <summary>Broken contents and objects of every kind, the same ones every run.</summary>
public sealed class MutationFuzzTests
{
    private const int Cases = 6_000;

    public static TheoryData<int> Seeds => [101, 102, 103, 104];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_broken_content_stops_the_reader_or_lets_it_lose_its_place(int seed)
    {
        var mutator = new Mutator(FuzzCorpus.Contents, seed);
        for (var number = 0; number < Cases; number++)
        {
            var content = mutator.Next();
            var reading = Reading.Of(new TricklingStream(content, 1 + (number % 300), new Random(number)));
            var (index, end) = (0, 0L);
            foreach (var item in reading.Items)
            {
                Assert.True(item.Offset >= end && item.Length >= 0 && item.Offset + item.Length <= content.Length, $"{seed}/{number}: {item.Offset}+{item.Length} after {end}");
                Assert.True(item.Damage is not null || item.Index == index++, $"{seed}/{number}: record {item.Index}");
                Assert.True(item.Damage is not null || item.Bytes.AsSpan().SequenceEqual(content.AsSpan((int)item.Offset, (int)item.Length)), $"{seed}/{number}");
                end = item.Offset + item.Length;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void However_bytes_arrive_a_broken_content_gives_the_same_items(int seed)
    {
        var mutator = new Mutator(FuzzCorpus.Contents, seed);
        for (var number = 0; number < Cases / 4; number++)
        {
            var content = mutator.Next();
            var whole = Reading.Of(content);
            var pieces = Reading.Of(new TricklingStream(content, 1));

            Assert.Equal(whole.Items.Select(item => (item.Index, item.Offset, item.Length, item.Damage)), pieces.Items.Select(item => (item.Index, item.Offset, item.Length, item.Damage)));
            Assert.Equal(whole.Content, pieces.Content);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_broken_record_breaks_a_stage(int seed)
    {
        var mutator = new Mutator([.. Samples], seed);
        for (var number = 0; number < Cases; number++)
        {
            foreach (var (e, reason) in Sample.Results(Encoding.Latin1.GetString(mutator.Next())))
            {
                Assert.True(e is null ^ reason is null, $"{seed}/{number}");
                Assert.DoesNotContain("error of Sealtrail's own", reason ?? "", StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_broken_gzip_object_is_accounted_for_and_its_block_verifies(int seed)
    {
        var mutator = new Mutator(FuzzCorpus.Objects, seed);
        for (var number = 0; number < Cases / 3; number++)
        {
            var stored = mutator.Next();
            if (stored is not [0x1f, 0x8b, ..])
            {
                continue;
            }

            var read = await Sample.ReadAsync(stored);
            Assert.Equal(read.Received, read.Records!.Count + read.Rejected);

            var block = BlockText.Parse(read.Draft.At(new LedgerHead(0, default), DateTimeOffset.UnixEpoch).ToText(), out var reason);
            Assert.True(block is not null, $"{seed}/{number}: {reason}");
            var findings = new List<Finding>();
            ObjectVerifier.Verify(block, new MemoryStream(stored), [.. read.Leaves.Chunk(Hash256.Size).Select(leaf => new Hash256(leaf))], findings);
            Assert.True(findings.Count == 0, $"{seed}/{number} {Convert.ToBase64String(stored)}: {string.Join(' ', findings)}");
        }
    }

    /// <summary>Sound records of the sample files, so that mutations reach the fields.</summary>
    private static IEnumerable<byte[]> Samples =>
        FuzzCorpus.Contents.Where(content => content.Length > 1_000 && Reading.Of(content).Records.Any());
}
