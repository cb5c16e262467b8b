using System.Text;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Events;

public sealed class Utf8StringsTests
{
    [Fact]
    public void The_text_is_right_however_many_strings_fall_into_one_slot()
    {
        var strings = new Utf8Strings();
        var texts = Enumerable.Range(0, 50_000).Select(number => $"arn:aws:iam::111122223333:user/{number}").ToList();
        foreach (var text in texts.Concat(texts.AsEnumerable().Reverse()))
        {
            Assert.Equal(text, strings.Get(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Fact]
    public void Random_texts_of_every_script_and_length_are_right_again_and_again()
    {
        var strings = new Utf8Strings();
        var random = new Random(1);
        var texts = Enumerable.Range(0, 5_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => random.Next(10) == 0 ? "é" : ((char)random.Next(0x20, 0x7F)).ToString()))).ToList();
        for (var number = 0; number < 20_000; number++)
        {
            var text = texts[random.Next(texts.Count)];

            Assert.Equal(text, strings.Get(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Fact]
    public void A_string_seen_just_before_is_the_same_one()
    {
        var strings = new Utf8Strings();

        Assert.Same(strings.Get("ec2.amazonaws.com"u8), strings.Get("ec2.amazonaws.com"u8));
        Assert.Same(strings.Get(""u8), strings.Get(""u8));
    }

    [Fact]
    public void A_string_seen_just_before_costs_no_memory()
    {
        var strings = new Utf8Strings();
        strings.Get("ec2.amazonaws.com"u8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var times = 0; times < 1_000; times++)
        {
            strings.Get("ec2.amazonaws.com"u8);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_never_stand_for_the_text_of_other_bytes()
    {
        var strings = new Utf8Strings();

        Assert.Equal("a\uFFFDb", strings.Get([(byte)'a', 0xFF, (byte)'b']));
        Assert.Equal("a\uFFFDb", strings.Get([(byte)'a', 0xFE, (byte)'b']));
        Assert.Equal("a\uFFFDb", strings.Get("a\uFFFDb"u8));
        Assert.Equal("é", strings.Get("é"u8));
        Assert.Equal("\uFFFD", strings.Get([0xE9]));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100_000)]
    public void Long_texts_are_right_too(int length)
    {
        var strings = new Utf8Strings();
        var text = new string('x', length);

        Assert.Equal(text, strings.Get(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text[1..] + "y", strings.Get(Encoding.UTF8.GetBytes(text[1..] + "y")));
    }
}
