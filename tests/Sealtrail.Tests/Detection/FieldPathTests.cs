using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class FieldPathTests
{
    [Fact]
    public void A_dotted_name_walks_into_objects()
    {
        Sigma.Hits("userIdentity.sessionContext.sessionIssuer.type: Role", """{"userIdentity":{"sessionContext":{"sessionIssuer":{"type":"Role"}}}}""");
        Sigma.Misses(
            "userIdentity.sessionContext.sessionIssuer.type: Role",
            """{"userIdentity":{"sessionContext":{"type":"Role"}}}""",
            """{"userIdentity":"Role"}""",
            """{"type":"Role"}""");
    }

    [Fact]
    public void A_path_walks_through_arrays_any_element()
    {
        const string Items = "p.items.port: 22";
        Sigma.Hits(Items, """{"p":{"items":[{"port":80},{"port":22}]}}""", """{"p":[{"items":{"port":22}}]}""", """{"p":{"items":{"port":[1,22]}}}""");
        Sigma.Misses(Items, """{"p":{"items":[{"port":80},{"other":22}]}}""", """{"p":{"items":[22]}}""", """{"p":{"items":[]}}""");
    }

    [Fact]
    public void Arrays_of_arrays_are_walked_too()
    {
        Sigma.Hits("a.b: x", """{"a":[[{"b":"y"}],[[{"b":["z",["x"]]}]]]}""");
        Sigma.Misses("a.b: x", """{"a":[[{"c":"x"}],["x"]]}""");
    }

    [Fact]
    public void Two_items_of_a_selection_may_hold_in_two_elements()
    {
        Sigma.Hits("rules.port: 22\nrules.cidr: 0.0.0.0/0", """{"rules":[{"port":22,"cidr":"10.0.0.0/8"},{"port":80,"cidr":"0.0.0.0/0"}]}""");
    }

    [Fact]
    public void A_key_that_holds_dots_is_found_as_it_stands()
    {
        Sigma.Hits("a.b: x", """{"a.b":"x"}""");
        Sigma.Hits("tags.aws.amazon.com/owner: x", """{"tags":{"aws.amazon.com/owner":"x"}}""");
        Sigma.Hits("a.b.c.d: x", """{"a":{"b.c":{"d":"x"}}}""", """{"a.b":{"c.d":"x"}}""", """{"a.b.c":[{"d":"x"}]}""");
        Sigma.Hits("a.b: x", """{"a.b":"y","a":{"b":"x"}}""", """{"a":{"b":"y"},"a.b":"x"}""");
    }

    [Fact]
    public void Keys_mind_case()
    {
        Sigma.Hits("tag: a", """{"tag":"a","Tag":"b"}""");
        Sigma.Misses("tag: b", """{"tag":"a","Tag":"b"}""");
        Sigma.Misses("eventname: x", """{"eventName":"x"}""");
    }

    [Fact]
    public void A_key_that_stands_twice_is_searched_at_both_places()
    {
        Sigma.Hits("a: 1", """{"a":1,"a":2}""");
        Sigma.Hits("a: 2", """{"a":1,"a":2}""");
        Sigma.Hits("a.b: 2", """{"a":{"b":1},"a":{"b":2,"b":3}}""");
        Sigma.Misses("a|neq: 1", """{"a":1,"a":2}""");
        Sigma.Misses("a: null", """{"a":null,"a":2}""");
    }

    [Fact]
    public void A_key_written_with_escapes_is_the_same_key()
    {
        Sigma.Hits("eventName: x", """{"event\u004eame":"x"}""");
        Sigma.Hits("p.größe: x", """{"p":{"gr\u00f6\u00dfe":"x"}}""");
        Sigma.Hits("'a/b': x", """{"a\/b":"x"}""");
        Sigma.Hits("'say \"hi\"': x", """{"say \"hi\"":"x"}""");
    }

    [Fact]
    public void Keys_with_blanks_and_signs_are_found()
    {
        Sigma.Hits("'x-amz-server-side-encryption': AES256", """{"x-amz-server-side-encryption":"AES256"}""");
        Sigma.Hits("'a b|contains': x", """{"a b":"axb"}""");
        Sigma.Hits("a.'b': x", """{"a":{"'b'":"x"}}""");
    }

    [Fact]
    public void A_wildcard_in_a_field_name_is_no_wildcard()
    {
        Sigma.Misses("'a*': x", """{"abc":"x"}""");
        Sigma.Hits("'a*': x", """{"a*":"x"}""");
    }

    [Fact]
    public void An_index_in_a_path_finds_nothing_in_an_array()
    {
        Sigma.Misses("a.0: x", """{"a":["x"]}""");
        Sigma.Hits("a.0: x", """{"a":{"0":"x"}}""");
    }
}
