using System.Text;
using System.Text.Json;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Events;

/// <summary>One pass over a JSON value, and every question about it afterwards.</summary>
public sealed class JsonTapeTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":[true,false,null,"x"],"d":{}},"e":[],"":"","é":"\u00e9"}""")]
    [InlineData("[[[]],[{}],[1,[2,[3]]]]")]
    [InlineData("\"text\"")]
    [InlineData("-1.5e-3")]
    [InlineData("null")]
    [InlineData("{ \"a\" :\n[ 1 ,\t2 ] }")]
    public void A_walk_over_the_tape_meets_what_System_Text_Json_meets(string json)
    {
        var tape = new JsonTape();
        Assert.Equal(JsonReadStatus.Complete, tape.Read(Encoding.UTF8.GetBytes(json)));
        using var document = JsonDocument.Parse(json);

        Assert.Equal(Walk(document.RootElement), Walk(tape.Root));
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("{}", 1)]
    [InlineData("{\"a\":[]}", 2)]
    [InlineData("[[],[[]],[]]", 3)]
    public void The_depth_is_that_of_the_deepest(string json, int depth)
    {
        var tape = new JsonTape();
        tape.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal(depth, tape.Depth);
    }

    [Fact]
    public void A_value_is_read_where_it_stands_and_no_further()
    {
        var bytes = Encoding.UTF8.GetBytes("xx{\"a\":\"b\"}{\"c\"");
        var tape = new JsonTape();

        Assert.Equal(JsonReadStatus.Complete, tape.Read(bytes, 2, bytes.Length - 2, isFinal: false, out var consumed));
        Assert.Equal((9, "b"), (consumed, tape.Root["a"u8].Text));
        Assert.Equal(JsonReadStatus.NeedMore, tape.Read(bytes, 11, bytes.Length - 11, isFinal: false, out _));
        Assert.Equal(JsonReadStatus.Invalid, tape.Read(bytes, 0, bytes.Length, isFinal: false, out _));
        Assert.Equal(0, tape.ErrorOffset);
    }

    [Fact]
    public void Every_cut_of_a_value_needs_more_and_only_the_whole_is_complete()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"a":[1.5e3,"x\u0026\\",true],"b":null}""");
        var tape = new JsonTape();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Equal(JsonReadStatus.NeedMore, tape.Read(bytes, 0, length, isFinal: false, out _));
        }

        Assert.Equal(JsonReadStatus.Complete, tape.Read(bytes));
    }

    [Fact]
    public void Questions_about_what_is_absent_or_of_another_kind_have_empty_answers()
    {
        var tape = new JsonTape();
        tape.Read("""{"a":1,"t":true,"s":"false","n":null,"o":{"x":2}}"""u8.ToArray());
        var root = tape.Root;

        Assert.False(root["none"u8].Exists);
        Assert.True(root["none"u8].IsNull && root["n"u8].IsNull && root["n"u8].Exists);
        Assert.False(root["a"u8]["b"u8]["c"u8].Exists);
        Assert.Equal((null, null), (root["a"u8].Text, root["o"u8].ScalarText));
        Assert.Equal(("1", "true", "false"), (root["a"u8].ScalarText, root["t"u8].ScalarText, root["s"u8].ScalarText));
        Assert.Equal((true, false, null), (root["t"u8].Boolean, root["s"u8].Boolean, root["a"u8].Boolean));
        Assert.Equal("2", root["o"u8]["x"u8].ScalarText);
        Assert.True(default(JsonValue).Raw.IsEmpty && default(JsonValue).Text is null);
    }

    [Fact]
    public void Of_members_of_one_name_the_last_counts_however_its_name_is_written()
    {
        var tape = new JsonTape();
        tape.Read("""{"a":1,"A":2,"\u0061":3}"""u8.ToArray());

        Assert.Equal("3", tape.Root["a"u8].ScalarText);
        Assert.Equal("2", tape.Root["A"u8].ScalarText);
    }

    [Fact]
    public void A_tape_reads_value_after_value_of_growing_and_shrinking_size()
    {
        var tape = new JsonTape();
        foreach (var size in new[] { 1, 1_000, 3, 20_000, 2 })
        {
            var json = $"[{string.Join(',', Enumerable.Range(0, size).Select(number => $"{{\"n\":{number}}}"))}]";

            Assert.Equal(JsonReadStatus.Complete, tape.Read(Encoding.UTF8.GetBytes(json)));
            var sum = 0L;
            foreach (var item in tape.Root.Items)
            {
                sum += int.Parse(item["n"u8].ScalarText!, System.Globalization.CultureInfo.InvariantCulture);
            }

            Assert.Equal((long)size * (size - 1) / 2, sum);
        }
    }

    private static string Walk(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(member => member.Name + "=" + Walk(member.Value)))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Walk))}]",
        JsonValueKind.String => "'" + value.GetString(),
        _ => value.GetRawText(),
    };

    private static string Walk(JsonValue value)
    {
        var parts = new List<string>();
        foreach (var member in value.Members)
        {
            parts.Add(member.Name + "=" + Walk(member.Value));
        }

        foreach (var item in value.Items)
        {
            parts.Add(Walk(item));
        }

        return value.IsObject ? $"{{{string.Join(',', parts)}}}" : value.IsArray ? $"[{string.Join(',', parts)}]"
            : value.IsString ? "'" + value.Text : Encoding.UTF8.GetString(value.Raw);
    }
}
