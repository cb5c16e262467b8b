using System.Text;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Detection.Matching;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>The modifiers that change a value before it is compared, and those that take a time apart.</summary>
public sealed class EncodedTextTests
{
    [Theory]
    [InlineData("base64", "cmd", "Y21k", true)]
    [InlineData("base64", "cmd", "xY21k", false)]
    [InlineData("base64|contains", "cmd", "x Y21k x", true)]
    [InlineData("wide|base64", "cmd", "YwBtAGQA", true)]
    [InlineData("utf16le|base64", "cmd", "YwBtAGQA", true)]
    [InlineData("utf16be|base64", "cmd", "AGMAbQBk", true)]
    [InlineData("utf16|base64", "cmd", "//5jAG0AZAA=", true)]
    [InlineData("base64|cased", "cmd", "y21K", false)]
    [InlineData("base64", "cmd", "y21K", true)]
    public void A_value_is_encoded_before_it_is_compared(string modifiers, string value, string agent, bool matches) =>
        Assert.Equal(matches, Matches($"userAgent|{modifiers}: '{value}'", agent));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    public void Base64offset_finds_a_text_wherever_it_stands_in_the_encoded_one(int before)
    {
        foreach (var after in new[] { "", "x", "yy", "zzz" })
        {
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', before) + "/bin/bash" + after));

            Assert.True(Matches("userAgent|base64offset|contains: '/bin/bash'", encoded), encoded);
        }
    }

    [Fact]
    public void All_with_base64offset_wants_each_value_at_one_of_its_places()
    {
        const string Item = "userAgent|base64offset|contains|all: ['foobar', '/bin/bash']";

        Assert.True(Matches(Item, Convert.ToBase64String("xx foobar /bin/bash"u8)));
        Assert.False(Matches(Item, Convert.ToBase64String("xx foobar /bin/sh"u8)));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("―")]
    public void Windash_takes_any_dash_for_any_other(string dash)
    {
        Assert.True(Matches("userAgent|windash|contains: ' -f '", $"tool {dash}f x"));
        Assert.True(Matches("userAgent|contains|windash: ' /f '", $"tool {dash}f x"));
        Assert.False(Matches("userAgent|windash|contains: ' -f '", "tool +f x"));
    }

    [Theory]
    [InlineData("minute: 4", true)]
    [InlineData("hour: 23", true)]
    [InlineData("hour|gte: 23", true)]
    [InlineData("hour|lt: 23", false)]
    [InlineData("day: 31", true)]
    [InlineData("month: 12", true)]
    [InlineData("week: 53", true)]
    [InlineData("year|lte: 2026", true)]
    [InlineData("year|neq: 2026", false)]
    public void A_part_of_a_time_is_compared_as_a_number(string test, bool matches) =>
        Assert.Equal(matches, Matches($"eventTime|{test}", "x"));

    [Theory]
    [InlineData("userAgent|wide: 'x'", "wide")]
    [InlineData("userAgent|base64: 'a*'", "base64")]
    [InlineData("userAgent|contains|base64: 'a'", "base64")]
    [InlineData("userAgent|re|windash: 'a'", "windash")]
    [InlineData("eventTime|hour: '9'", "hour")]
    [InlineData("eventTime|gte|hour: 9", "hour")]
    [InlineData("userAgent|expand: '%tools%'", "expand")]
    public void What_cannot_be_done_exactly_is_refused_by_name(string item, string construct)
    {
        var problem = Assert.Single(Load(item).Problems);

        Assert.True(problem.IsRefusal);
        Assert.Equal(construct, problem.Construct);
        Assert.Equal(5, problem.Line);
    }

    private static bool Matches(string item, string agent)
    {
        var rules = Load(item);
        Assert.Empty(rules.Problems);
        var tape = new JsonTape();
        tape.Read(Encoding.UTF8.GetBytes($$"""{"eventTime":"2026-12-31T23:04:05Z","userAgent":"{{agent}}"}"""));
        return rules.Rules.Single().Test.Matches(tape.Root, new LeafText());
    }

    private static RuleSet Load(string item) => RuleSet.Load([new RuleFile("rule.yml", $$"""
        title: t
        logsource: {product: aws, service: cloudtrail}
        detection:
          sel:
            {{item}}
          condition: sel
        """)]);
}
