using Sealtrail.Core.Alerting;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Alerting;

public sealed class EmailTests
{
    private static readonly string[] Labels = ["Who", "Person", "Role", "What", "On", "Outcome", "When", "Account", "From", "Event", "Sealed in", "Repeated"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 5)];

    [Fact]
    public void A_mail_says_one_fact_a_line_and_then_what_to_do()
    {
        Assert.Equal(
            """
            Trail stopped or deleted (high)
            Somebody stopped a trail.

            Who        OrgAdmin/noor.haddad
            Person     noor.haddad (session name, chosen by the caller)
            Role       arn:aws:iam::111122223333:role/OrgAdmin
            What       cloudtrail:StopLogging
            On         arn:aws:cloudtrail:eu-central-1:111122223333:trail/main
            Outcome    succeeded
            When       2026-11-10T13:32:05Z
            Account    111122223333, eu-central-1
            From       198.51.100.7
            Event      0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b
            Sealed in  block 12
            Repeated   3 more like this

            Next steps
            1. Start logging again.
            2. Ask who did it.

            """,
            AlertText.Email(Samples.Alert, AlertRepeats.None with { Count = 3 }));
    }

    [Fact]
    public void What_is_not_known_has_no_line()
    {
        var alert = Samples.Alert with
        {
            Description = "", NextSteps = [], Human = null, HumanEvidence = null, Role = null, Resource = null, SourceAddress = null, Time = null,
            Outcome = new Outcome(OutcomeKind.Denied, "AccessDenied", "not authorized"),
        };

        Assert.Equal(
            """
            Trail stopped or deleted (high)

            Who        OrgAdmin/noor.haddad
            What       cloudtrail:StopLogging
            Outcome    DENIED (AccessDenied: not authorized)
            When       the event gives no time
            Account    111122223333, eu-central-1
            Event      0ef493e1-d32a-466c-bd8d-d6fb2f23ad9b
            Sealed in  block 12

            """,
            AlertText.Email(alert, AlertRepeats.None with { Count = 0 }));
    }

    [Fact]
    public void A_person_whom_AWS_vouches_for_is_named_without_a_caveat()
    {
        var mail = AlertText.Email(Samples.Alert with { HumanEvidence = HumanEvidence.Asserted }, AlertRepeats.None with { Count = 0 });

        Assert.Contains("\nPerson     noor.haddad\n", mail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_text_of_an_event_can_forge_a_line_or_a_label(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var alert = Samples.Hostile(random);
            var lines = AlertText.Email(alert, AlertRepeats.None with { Count = 0 }).Split('\n');
            var facts = lines.Skip(Array.IndexOf(lines, "") + 1).TakeWhile(line => line.Length > 0).ToList();
            var rest = lines.Skip(Array.IndexOf(lines, "") + 1 + facts.Count).ToList();

            Assert.All(facts, fact => Assert.Contains(fact[..Math.Min(10, fact.Length)].TrimEnd(), Labels));
            Assert.Distinct(facts.Select(fact => fact[..Math.Min(10, fact.Length)]));
            Assert.All(facts, fact => Assert.True(fact.Length <= 311, fact));
            Assert.Equal(alert.NextSteps.IsEmpty ? 1 : alert.NextSteps.Length + 3, rest.Count);
            Assert.All(lines, line => Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u202e' or '\u200b'));
        }
    }

    [Fact]
    public void A_line_break_in_a_name_is_shown_as_its_code()
    {
        var mail = AlertText.Email(Samples.Alert with { Who = "mallory\nOutcome    DENIED\u202e\u001b[2J" }, AlertRepeats.None with { Count = 0 });

        Assert.Contains(@"Who        mallory\u{A}Outcome    DENIED\u{202E}\u{1B}[2J", mail, StringComparison.Ordinal);
        Assert.Contains("\nOutcome    succeeded\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_of_several_lines_reads_as_words_and_not_as_codes()
    {
        var mail = AlertText.Email(Samples.Alert with { Description = "Somebody stopped a trail.\nThat is rare." }, AlertRepeats.None with { Count = 0 });

        Assert.Contains("\nSomebody stopped a trail. That is rare.\n", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutcomeKind.Success, null, null, "succeeded")]
    [InlineData(OutcomeKind.Denied, "AccessDenied", null, "DENIED (AccessDenied)")]
    [InlineData(OutcomeKind.Failed, null, "Failed authentication", "failed (Failed authentication)")]
    [InlineData(OutcomeKind.Failed, "X", "y", "failed (X: y)")]
    [InlineData(OutcomeKind.Denied, "", "", "DENIED")]
    public void An_outcome_reads_as_a_word_with_its_reason(OutcomeKind kind, string? code, string? message, string expected)
    {
        Assert.Equal(expected, AlertText.OutcomeText(new Outcome(kind, code, message)));
    }
}
