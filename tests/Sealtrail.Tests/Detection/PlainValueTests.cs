using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class PlainValueTests
{
    [Fact]
    public void A_plain_value_is_the_whole_text_of_the_field()
    {
        Sigma.Hits("eventName: CreateUser", """{"eventName":"CreateUser"}""");
        Sigma.Misses(
            "eventName: CreateUser",
            """{"eventName":"CreateUsers"}""",
            """{"eventName":"ReCreateUser"}""",
            """{"eventName":"CreateUse"}""",
            """{"eventName":" CreateUser"}""",
            """{"eventName":"CreateUser\n"}""",
            """{"eventName":""}""");
    }

    [Fact]
    public void Comparison_ignores_case()
    {
        Sigma.Hits("additionalEventData.MFAUsed: 'NO'", """{"additionalEventData":{"MFAUsed":"No"}}""");
        Sigma.Hits("eventName: cReateuseR", """{"eventName":"CREATEUSER"}""");
    }

    [Fact]
    public void Case_is_ignored_beyond_the_English_alphabet()
    {
        Sigma.Hits("userName: 'ÉMILE ЖУК Ångström ΩΜΈΓΑ'", """{"userName":"émile жук ångströM ωμέγα"}""");
        Sigma.Hits("userName: 'émile'", """{"userName":"\u00c9MILE"}""");
        Sigma.Misses("userName: 'emile'", """{"userName":"émile"}""");
    }

    [Fact]
    public void Cased_minds_case()
    {
        Sigma.Hits("eventName|cased: CreateUser", """{"eventName":"CreateUser"}""");
        Sigma.Misses("eventName|cased: CreateUser", """{"eventName":"createUser"}""", """{"eventName":"CREATEUSER"}""");
        Sigma.Misses("userName|cased: 'é'", """{"userName":"É"}""");
    }

    [Theory]
    [InlineData("contains|cased")]
    [InlineData("cased|contains")]
    public void Cased_may_stand_before_or_after_a_partial_match(string modifiers)
    {
        Sigma.Hits($"userAgent|{modifiers}: Boto", """{"userAgent":"x Boto3/1.0"}""");
        Sigma.Misses($"userAgent|{modifiers}: Boto", """{"userAgent":"x boto3/1.0"}""");
    }

    [Fact]
    public void An_absent_field_equals_no_text()
    {
        Sigma.Misses("errorCode: AccessDenied", "{}", """{"errorCode":null}""", """{"other":"AccessDenied"}""");
    }

    [Fact]
    public void All_items_of_a_selection_must_hold()
    {
        const string Items = "eventSource: iam.amazonaws.com\neventName: CreateUser";
        Sigma.Hits(Items, """{"eventSource":"iam.amazonaws.com","eventName":"CreateUser"}""");
        Sigma.Misses(
            Items,
            """{"eventSource":"iam.amazonaws.com","eventName":"DeleteUser"}""",
            """{"eventName":"CreateUser"}""");
    }

    [Fact]
    public void JSON_escapes_are_undone_before_a_text_is_compared()
    {
        Sigma.Hits("policy: '\"a\"/b'", """{"policy":"\"a\"\/b"}""");
        Sigma.Hits("policy: 'tab\tand line'", """{"policy":"tab\tand line"}""");
        Sigma.Hits("policy: 'a&b'", """{"policy":"a\u0026b"}""");
        Sigma.Hits("policy: 'key \U0001F511'", """{"policy":"key \ud83d\udd11"}""");
        Sigma.Misses("policy: 'a\\\\nb'", """{"policy":"a\nb"}""");
    }

    [Fact]
    public void Blanks_in_a_quoted_value_matter()
    {
        Sigma.Hits("name: ' a  b '", """{"name":" a  b "}""");
        Sigma.Misses("name: ' a  b '", """{"name":"a b"}""");
    }

    [Fact]
    public void A_percent_sign_and_a_dollar_are_plain_text()
    {
        Sigma.Hits("userAgent|contains: 'Jersey/${project.version}'", """{"userAgent":"x Jersey/${project.version} y"}""");
        Sigma.Hits("name: '%name%'", """{"name":"%NAME%"}""");
    }
}
