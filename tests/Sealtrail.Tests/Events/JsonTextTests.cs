using System.Text;
using System.Text.Json;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Events;

/// <summary>Undoing JSON escapes, held to System.Text.Json wherever that gives an answer.</summary>
public sealed class JsonTextTests
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "é", "名", "😀", " ", "/", "\\n", "\\r", "\\t", "\\b", "\\f", "\\\"", "\\\\", "\\/", "\\u0026", "\\u0000", "\\u00e9", "\\u00E9", "\\u540d",
        "\\uFFFD", "\\uFFFF", "\\ud83d\\ude00", "\\uD83D\\uDE00", "\\udbff\\udfff", "\\ud800\\udc00",
    ];

    private static readonly string[] Lone = ["\\ud800", "\\udbff", "\\udc00", "\\uDFFF"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_strings_are_unescaped_as_System_Text_Json_does(int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 3_000; number++)
        {
            var raw = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var expected = JsonSerializer.Deserialize<string>($"\"{raw}\"")!;
            var utf8 = Encoding.UTF8.GetBytes(raw);

            Assert.Equal(expected, JsonText.Unescape(utf8));
            Assert.True(JsonText.UnescapedEquals(utf8, Encoding.UTF8.GetBytes(expected)));
            Assert.False(JsonText.UnescapedEquals(utf8, Encoding.UTF8.GetBytes(expected + "x")));
        }
    }

    [Fact]
    public void A_lone_surrogate_is_a_replacement_character_wherever_it_stands()
    {
        var random = new Random(4);
        for (var number = 0; number < 3_000; number++)
        {
            var raw = new StringBuilder();
            var expected = new StringBuilder();
            for (var piece = random.Next(8); piece >= 0; piece--)
            {
                var lone = random.Next(2) == 0;
                var text = lone ? Lone[random.Next(Lone.Length)] : Pieces[random.Next(Pieces.Length)];

                // Two lone ones must not make a pair.
                raw.Append(text).Append(lone ? "|" : "");
                expected.Append(lone ? "\uFFFD|" : JsonSerializer.Deserialize<string>($"\"{text}\""));
            }

            Assert.Equal(expected.ToString(), JsonText.Unescape(Encoding.UTF8.GetBytes(raw.ToString())));
        }
    }

    [Theory]
    [InlineData("\\ud800\\ud800", "\uFFFD\uFFFD")]
    [InlineData("\\udc00\\ud800", "\uFFFD\uFFFD")]
    [InlineData("\\ud800\\ud83d\\ude00", "\uFFFD😀")]
    [InlineData("\\ud800\\n", "\uFFFD\n")]
    [InlineData("\\ud800x", "\uFFFDx")]
    [InlineData("\\ud800\\u0041", "\uFFFDA")]
    public void Surrogates_pair_only_with_what_follows_at_once(string raw, string expected) =>
        Assert.Equal(expected, JsonText.Unescape(Encoding.UTF8.GetBytes(raw)));

    [Fact]
    public void Unescaping_never_needs_more_room_than_the_escaped_text()
    {
        foreach (var piece in Pieces.Concat(Lone))
        {
            var raw = Encoding.UTF8.GetBytes(piece);

            Assert.InRange(JsonText.Unescape(raw, new byte[raw.Length]), 1, raw.Length);
        }
    }

    [Fact]
    public void A_long_text_of_escapes_is_undone()
    {
        var raw = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\\u0026=", 50_000)));

        Assert.Equal(string.Concat(Enumerable.Repeat("&=", 50_000)), JsonText.Unescape(raw));
    }
}
