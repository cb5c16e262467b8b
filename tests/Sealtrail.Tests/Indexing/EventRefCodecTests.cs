using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

public sealed class EventRefCodecTests
{
    [Fact]
    public void References_come_back_as_they_went_in_whatever_they_hold()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new RandomEvents(seed);
            var references = Enumerable.Range(0, seed % 40).Select(i => new EventRef(i % 3 == 0 ? null : random.Time(), new EventId(random.Id(), random.Hash()))).ToList();

            var decoded = EventRefCodec.Decode(EventRefCodec.Encode(references)).ToList();

            Assert.Equal(references.Select(reference => reference.Time), decoded.Select(reference => reference.Time));
            Assert.Equal(references.Select(reference => reference.Id.Value), decoded.Select(reference => reference.Id));
            Assert.Equal(
                references.Select(reference => reference.Id.Digest.ToHex()[..(2 * EventRefCodec.DigestBytes)]),
                decoded.Select(reference => Convert.ToHexStringLower(reference.Digest)));
        }
    }

    [Fact]
    public void No_reference_is_no_byte()
    {
        Assert.Empty(EventRefCodec.Encode([]));
        Assert.Empty(EventRefCodec.Decode([]));
    }

    [Fact]
    public void An_event_of_CloudTrail_costs_at_most_32_bytes()
    {
        var references = Enumerable.Range(0, 200).Select(i => new EventRef(SampleEvents.Event(i).Time, SampleEvents.Event(i).Id));

        Assert.InRange(EventRefCodec.Encode(references).Length, 1, 200 * 32);
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-00000000000A")]
    [InlineData("{00000000-0000-4000-8000-00000000000a}")]
    [InlineData("0000000000004000800000000000000a")]
    [InlineData(" 00000000-0000-4000-8000-00000000000a")]
    public void An_id_that_only_resembles_a_UUID_is_not_rewritten(string id)
    {
        var reference = Assert.Single(EventRefCodec.Decode(EventRefCodec.Encode([new EventRef(null, new EventId(id, default))])));

        Assert.Equal(id, reference.Id);
        Assert.Null(reference.Time);
    }
}
