using System.Globalization;
using System.Text;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Alerting;

public sealed class SmsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 5)];

    [Fact]
    public void A_message_says_how_bad_what_who_on_what_whether_allowed_where_and_when()
    {
        Assert.Equal(
            "HIGH Trail stopped or deleted: noor.haddad cloudtrail:StopLogging trail/main allowed. 111122223333/eu-central-1 13:32Z",
            AlertText.Sms(Samples.Alert));
    }

    [Fact]
    public void A_refused_call_is_said_to_be_denied_and_a_failed_one_failed()
    {
        Assert.Contains(" DENIED. ", AlertText.Sms(Samples.Alert with { Outcome = new Outcome(OutcomeKind.Denied, "AccessDenied", "no") }), StringComparison.Ordinal);
        Assert.Contains(" FAILED. ", AlertText.Sms(Samples.Alert with { Outcome = new Outcome(OutcomeKind.Failed, "Throttling", null) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_person_a_resource_or_a_time_the_message_says_what_is_known()
    {
        var alert = Samples.Alert with { Human = null, HumanEvidence = null, Who = "config.amazonaws.com", Resource = null, Time = null };

        Assert.Equal(
            "HIGH Trail stopped or deleted: config.amazonaws.com cloudtrail:StopLogging allowed. 111122223333/eu-central-1 no time",
            AlertText.Sms(alert));
    }

    [Fact]
    public void A_long_resource_keeps_its_name_and_loses_its_type()
    {
        var message = AlertText.Sms(Samples.Alert with { Resource = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/payments/api-key-with-a-long-name" });

        Assert.Contains(" prod/payments/", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret:prod", message, StringComparison.Ordinal);
        Assert.True(message.Length <= AlertText.SmsLength, message);
        Assert.EndsWith("… allowed. 111122223333/eu-central-1 13:32Z", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_is_the_middle_and_never_whether_it_was_allowed_or_where()
    {
        var longest = Samples.Alert with
        {
            Title = new string('t', 200), Human = new string('h', 200), What = new string('w', 200), Resource = new string('r', 200),
            Outcome = new Outcome(OutcomeKind.Denied, null, null),
        };

        var message = AlertText.Sms(longest);

        Assert.StartsWith("HIGH ttttttttttt", message, StringComparison.Ordinal);
        Assert.EndsWith(" DENIED. 111122223333/eu-central-1 13:32Z", message, StringComparison.Ordinal);
        Assert.Contains(": hhhhhhhh", message, StringComparison.Ordinal);
        Assert.True(message.Length <= AlertText.SmsLength, message);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_the_event_holds_a_message_is_one_plain_line_of_at_most_140_characters(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var message = AlertText.Sms(Samples.Hostile(random));

            Assert.True(message.Length <= 140, $"{message.Length}: {message}");
            Assert.DoesNotContain(message.EnumerateRunes(), IsUnseen);
        }
    }

    [Fact]
    public void A_message_and_a_subject_are_never_cut_in_the_middle_of_a_character()
    {
        for (var i = 0; i < 120; i++)
        {
            var keys = new string('x', i % 2) + string.Concat(Enumerable.Repeat("\U0001F511", i / 2));
            var alert = Samples.Alert with { Who = keys, Human = null, What = keys, Resource = keys };

            Assert.DoesNotContain('\ufffd', Utf8(AlertText.Sms(alert)));
            Assert.DoesNotContain('\ufffd', Utf8(AlertText.Subject(alert)));
        }
    }

    /// <summary>As it arrives: half a character becomes U+FFFD.</summary>
    private static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_subject_is_one_plain_line_that_begins_with_the_level(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var alert = Samples.Hostile(random);
            var subject = AlertText.Subject(alert);

            Assert.StartsWith($"[{alert.Level.ToString().ToUpperInvariant()}] ", subject, StringComparison.Ordinal);
            Assert.True(subject.Length <= 100, subject);
            Assert.DoesNotContain(subject.EnumerateRunes(), IsUnseen);
        }
    }

    /// <summary>Characters that move the cursor, break the line, turn the direction or are not seen.</summary>
    private static bool IsUnseen(Rune rune) => rune.Value != ' ' && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
