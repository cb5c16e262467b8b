using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class FieldReferenceTests
{
    [Fact]
    public void A_field_is_compared_with_another_field_in_any_case()
    {
        Sigma.Hits("caller|fieldref: target", """{"caller":"Alice","target":"alice"}""", """{"caller":5,"target":"5"}""", """{"caller":true,"target":"true"}""");
        Sigma.Misses("caller|fieldref: target", """{"caller":"alice","target":"bob"}""", """{"caller":"alice","target":"alice2"}""");
    }

    [Fact]
    public void Cased_makes_the_comparison_exact()
    {
        Sigma.Hits("caller|fieldref|cased: target", """{"caller":"alice","target":"alice"}""");
        Sigma.Misses("caller|fieldref|cased: target", """{"caller":"Alice","target":"alice"}""");
    }

    [Fact]
    public void Where_either_field_is_absent_they_are_not_equal()
    {
        Sigma.Misses(
            "caller|fieldref: target",
            "{}",
            """{"caller":"alice"}""",
            """{"target":"alice"}""",
            """{"caller":null,"target":null}""");
    }

    [Theory]
    [InlineData("contains", "arn:user/alice/x")]
    [InlineData("startswith", "ALICE-key")]
    [InlineData("endswith", "arn:user/alice")]
    public void A_field_may_hold_the_other_in_part(string modifier, string caller)
    {
        Sigma.Hits($"caller|fieldref|{modifier}: target", $$"""{"caller":"{{caller}}","target":"alice"}""");
        Sigma.Misses($"caller|fieldref|{modifier}: target", $$"""{"caller":"{{caller}}","target":"bob"}""", $$"""{"caller":"{{caller}}"}""");
    }

    [Fact]
    public void Startswith_and_endswith_hold_to_their_end()
    {
        Sigma.Misses("caller|fieldref|startswith: target", """{"caller":"x-alice","target":"alice"}""");
        Sigma.Misses("caller|fieldref|endswith: target", """{"caller":"alice-x","target":"alice"}""");
    }

    [Fact]
    public void Neq_matches_where_the_fields_differ_or_one_is_absent()
    {
        Sigma.Hits("caller|fieldref|neq: target", """{"caller":"alice","target":"bob"}""", """{"caller":"alice"}""", "{}");
        Sigma.Misses("caller|fieldref|neq: target", """{"caller":"Alice","target":"alice"}""");
    }

    [Fact]
    public void Both_fields_may_be_paths_through_objects_and_arrays()
    {
        const string Items = "userIdentity.userName|fieldref: requestParameters.users.name";
        Sigma.Hits(Items, """{"userIdentity":{"userName":"alice"},"requestParameters":{"users":[{"name":"bob"},{"name":"alice"}]}}""");
        Sigma.Misses(Items, """{"userIdentity":{"userName":"alice"},"requestParameters":{"users":[{"name":"bob"}]}}""");
    }

    [Fact]
    public void Wildcards_in_the_text_of_the_other_field_are_plain_characters()
    {
        Sigma.Hits("a|fieldref: b", """{"a":"x*","b":"x*"}""");
        Sigma.Misses("a|fieldref: b", """{"a":"xyz","b":"x*"}""");
    }

    [Fact]
    public void Any_of_several_fields_will_do_and_all_asks_for_each()
    {
        Sigma.Hits("a|fieldref: [b, c]", """{"a":"x","b":"y","c":"x"}""");
        Sigma.Misses("a|fieldref|all: [b, c]", """{"a":"x","b":"y","c":"x"}""");
        Sigma.Hits("a|fieldref|all: [b, c]", """{"a":"x","b":"x","c":"x"}""");
    }

    [Theory]
    [InlineData("'tar*'")]
    [InlineData("'tar?et'")]
    [InlineData("''")]
    public void A_name_with_wildcards_or_none_is_refused(string name)
    {
        Sigma.Refuses($"caller|fieldref: {name}", "fieldref");
    }

    [Fact]
    public void A_text_without_the_modifier_is_not_taken_for_a_field()
    {
        Sigma.Misses("caller: target", """{"caller":"alice","target":"alice"}""");
        Sigma.Hits("caller: target", """{"caller":"target"}""");
    }
}
