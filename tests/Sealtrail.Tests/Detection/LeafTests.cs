using Xunit;

namespace Sealtrail.Tests.Detection;

/// <summary>A test on a field that holds an object or array is a test on its leaves.</summary>
public sealed class LeafTests
{
    private const string Policy = """{"requestParameters":{"bucketName":"b","policy":"{\"Effect\":\"Allow\",\"Principal\":\"*\"}","tags":[{"key":"Owner","value":7}]}}""";

    [Fact]
    public void A_text_is_found_in_any_leaf_of_an_object()
    {
        Sigma.Hits("requestParameters|contains: wner", Policy);
        Sigma.Hits("requestParameters: B", Policy);
        Sigma.Hits("requestParameters|startswith: '{'", Policy);
        Sigma.Misses("requestParameters|contains: absent", Policy);
    }

    [Fact]
    public void JSON_inside_a_string_is_searched_with_its_quotes_as_they_are()
    {
        Sigma.Hits("requestParameters|contains|all: ['\"Effect\":\"Allow\"', '\"Principal\":\"\\*\"']", Policy);
        Sigma.Misses("requestParameters|contains: '\\\\\"Effect'", Policy);
    }

    [Fact]
    public void Keys_of_an_object_are_no_leaves()
    {
        Sigma.Misses("requestParameters|contains: bucketName", Policy);
    }

    [Fact]
    public void A_leaf_is_compared_whole_and_never_joined_with_its_neighbour()
    {
        Sigma.Misses("requestParameters: Own", Policy);
        Sigma.Misses("a|contains: 'x*y'", """{"a":["x","y"]}""");
        Sigma.Misses("a: xy", """{"a":["x","y"]}""");
    }

    [Fact]
    public void Numbers_and_booleans_are_leaves_and_nulls_are_not()
    {
        Sigma.Hits("requestParameters: 7", Policy);
        Sigma.Hits("a: true", """{"a":[null,[true]]}""");
        Sigma.Misses("a: '*'", """{"a":[null,{"b":null}]}""", """{"a":{}}""", """{"a":[]}""");
        Sigma.Hits("a: ''", """{"a":[null,""]}""");
    }

    [Fact]
    public void Expressions_comparisons_and_networks_look_at_leaves_too()
    {
        Sigma.Hits("a|re: '^b+$'", """{"a":{"x":["a","bb"]}}""");
        Sigma.Hits("a|gt: 5", """{"a":{"x":["a",3,9]}}""");
        Sigma.Hits("a|cidr: 10.0.0.0/8", """{"a":{"x":["a","10.1.1.1"]}}""");
        Sigma.Misses("a|gt: 5", """{"a":{"x":["a",3]}}""");
    }

    [Fact]
    public void All_may_be_found_in_different_leaves()
    {
        Sigma.Hits("a|contains|all: [x, y]", """{"a":{"b":"has x","c":["has y"]}}""");
        Sigma.Misses("a|contains|all: [x, y]", """{"a":{"b":"has x","c":["has z"]}}""");
    }

    [Fact]
    public void A_field_reference_compares_leaves()
    {
        Sigma.Hits("a|fieldref: b", """{"a":{"x":["1","2"]},"b":[{"y":"2"}]}""");
        Sigma.Misses("a|fieldref: b", """{"a":{"x":["1","2"]},"b":[{"y":"3"}]}""");
    }

    [Fact]
    public void Parameters_that_are_a_string_or_an_array_are_searched_like_any()
    {
        Sigma.Hits("requestParameters|contains: HIDDEN", """{"requestParameters":"HIDDEN_DUE_TO_SECURITY_REASONS"}""");
        Sigma.Hits("requestParameters.name: x", """{"requestParameters":[{"name":"y"},{"name":"x"}]}""");
    }

    [Fact]
    public void Leaves_far_down_and_far_along_are_reached()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":[""", 60)) + "\"needle\"" + string.Concat(Enumerable.Repeat("]}", 60));
        Sigma.Hits("r|contains: needle", $$"""{"r":{{deep}}}""");
        var wide = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"{number}\""));
        Sigma.Hits("r: 19999", $$"""{"r":[{{wide}}]}""");
        Sigma.Misses("r: 20000", $$"""{"r":[{{wide}}]}""");
    }

    [Fact]
    public void A_long_text_is_searched_to_its_end_escaped_or_not()
    {
        var filler = new string('x', 100_000);
        Sigma.Hits("r|endswith: needle", $$"""{"r":"{{filler}}NEEDLE"}""", $$"""{"r":"\u0041{{filler}}NEEDLE"}""", $$"""{"r":"É{{filler}}NEEDLE"}""");
        Sigma.Hits("r|contains: 'xné'", $$"""{"r":"{{filler}}n\u00c9"}""");
    }
}
