using System.Security.Cryptography;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Events;

public sealed class Hash256Tests
{
    private static readonly byte[] Bytes = SHA256.HashData("sealtrail"u8);

    [Fact]
    public void A_hash_keeps_its_bytes_in_every_form()
    {
        var hash = new Hash256(Bytes);
        var copy = new byte[Hash256.Size];
        hash.CopyTo(copy);

        Assert.Equal(Bytes, hash.ToArray());
        Assert.Equal(Bytes, copy);
        Assert.Equal(Convert.ToHexStringLower(Bytes), hash.ToHex());
        Assert.Equal(Convert.ToBase64String(Bytes), hash.ToBase64());
        Assert.Equal(hash.ToHex(), hash.ToString());
    }

    [Fact]
    public void Both_texts_are_read_back()
    {
        var hash = new Hash256(Bytes);

        Assert.True(Hash256.TryParseHex(hash.ToHex(), out var fromHex));
        Assert.True(Hash256.TryParseBase64(hash.ToBase64(), out var fromBase64));
        Assert.Equal((hash, hash), (fromHex, fromBase64));
    }

    [Fact]
    public void The_default_is_32_zero_bytes()
    {
        Assert.Equal(new byte[32], default(Hash256).ToArray());
        Assert.Equal(default, new Hash256(new byte[32]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Any_other_length_is_refused(int length) => Assert.Throws<ArgumentException>(() => new Hash256(new byte[length]));

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(" 000000000000000000000000000000000000000000000000000000000000000")]
    public void Text_that_is_not_64_hexadecimal_digits_is_no_hash(string text)
    {
        Assert.False(Hash256.TryParseHex(text, out var hash));
        Assert.Equal(default, hash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_A=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA=")]
    public void Text_that_is_not_the_base64_of_32_bytes_is_no_hash(string text)
    {
        Assert.False(Hash256.TryParseBase64(text, out var hash));
        Assert.Equal(default, hash);
    }

    [Fact]
    public void Hashes_are_ordered_by_their_bytes()
    {
        var random = new Random(1);
        var hashes = Enumerable.Range(0, 200).Select(_ =>
        {
            var bytes = new byte[32];
            random.NextBytes(bytes.AsSpan(random.Next(32)));
            return new Hash256(bytes);
        }).ToList();

        Assert.Equal(hashes.OrderBy(hash => hash.ToHex(), StringComparer.Ordinal), hashes.Order());
        Assert.True(default(Hash256) < new Hash256(Bytes) && new Hash256(Bytes) > default(Hash256));
        Assert.True(new Hash256(Bytes) <= new Hash256(Bytes) && new Hash256(Bytes) >= default(Hash256));
    }

    [Fact]
    public void A_leaf_is_the_hash_of_a_zero_byte_and_the_bytes_again_and_again()
    {
        using var hasher = new LeafHasher();
        for (var length = 0; length < 200; length++)
        {
            var bytes = new byte[length];
            new Random(length).NextBytes(bytes);

            Assert.Equal(SHA256.HashData([0, .. bytes]), hasher.Hash(bytes).ToArray());
        }
    }

    [Fact]
    public void An_event_id_of_a_digest_is_its_first_32_digits()
    {
        var id = EventId.FromDigest(new Hash256(Bytes));

        Assert.Equal("sha256-" + Convert.ToHexStringLower(Bytes)[..32], id.ToString());
        Assert.NotEqual(id, id with { Digest = default });
    }
}
