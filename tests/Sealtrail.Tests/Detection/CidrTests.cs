using Xunit;

namespace Sealtrail.Tests.Detection;

public sealed class CidrTests
{
    [Fact]
    public void An_address_is_matched_against_a_network_bit_by_bit()
    {
        Sigma.Hits("sourceIPAddress|cidr: 192.168.0.0/23", Event("192.168.0.0"), Event("192.168.1.255"));
        Sigma.Misses("sourceIPAddress|cidr: 192.168.0.0/23", Event("192.168.2.0"), Event("192.167.255.255"), Event("1.192.168.0"));
        Sigma.Hits("sourceIPAddress|cidr: 0.0.0.0/0", Event("203.0.113.9"));
    }

    [Fact]
    public void IPv6_networks_match_every_spelling_of_an_address()
    {
        Sigma.Hits("sourceIPAddress|cidr: '2001:db8::/33'", Event("2001:db8::1"), Event("2001:0DB8:0:0:0:0:0:ffff"));
        Sigma.Misses("sourceIPAddress|cidr: '2001:db8::/33'", Event("2001:db8:8000::1"), Event("2001:db9::1"), Event("10.0.0.1"));
        Sigma.Hits("sourceIPAddress|cidr: '::1'", Event("0:0:0:0:0:0:0:1"));
    }

    [Fact]
    public void An_address_without_a_prefix_is_that_address_alone()
    {
        Sigma.Hits("sourceIPAddress|cidr: 10.1.2.3", Event("10.1.2.3"));
        Sigma.Misses("sourceIPAddress|cidr: 10.1.2.3", Event("10.1.2.4"));
        Sigma.Hits("sourceIPAddress|cidr: '2001:db8::7'", Event("2001:db8::7"));
        Sigma.Misses("sourceIPAddress|cidr: '2001:db8::7'", Event("2001:db8::8"));
    }

    [Fact]
    public void A_leading_zero_in_an_address_is_never_octal()
    {
        Sigma.Hits("sourceIPAddress|cidr: 10.8.0.0/16", Event("010.008.000.001"));
        Sigma.Misses("sourceIPAddress|cidr: 8.0.0.0/8", Event("010.0.0.1"));
    }

    [Theory]
    [InlineData("AWS Internal")]
    [InlineData("cloudformation.amazonaws.com")]
    [InlineData("")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.1:443")]
    [InlineData("167772161")]
    public void What_is_no_address_is_in_no_network(string text)
    {
        Sigma.Misses("sourceIPAddress|cidr: ['0.0.0.0/0', '::/0']", Event(text));
    }

    [Fact]
    public void Absent_fields_and_numbers_are_in_no_network()
    {
        Sigma.Misses("sourceIPAddress|cidr: 0.0.0.0/0", "{}", """{"sourceIPAddress":null}""", """{"sourceIPAddress":10}""", """{"sourceIPAddress":true}""");
    }

    [Fact]
    public void An_IPv4_address_written_as_IPv6_is_still_in_its_network()
    {
        Sigma.Hits("sourceIPAddress|cidr: 10.0.0.0/8", Event("::ffff:10.1.2.3"));
    }

    [Fact]
    public void Any_network_of_a_list_and_any_element_of_an_array_will_do()
    {
        const string Items = "sourceIPAddress|cidr: [10.0.0.0/8, '2001:db8::/32']";
        Sigma.Hits(Items, Event("10.9.9.9"), Event("2001:db8::9"), """{"sourceIPAddress":["x","10.0.0.1"]}""");
        Sigma.Misses(Items, Event("11.0.0.1"));
    }

    [Fact]
    public void Outside_of_a_network_is_written_with_neq()
    {
        Sigma.Hits("sourceIPAddress|cidr|neq: 10.0.0.0/8", Event("11.0.0.1"), Event("AWS Internal"), "{}");
        Sigma.Misses("sourceIPAddress|cidr|neq: 10.0.0.0/8", Event("10.0.0.1"));
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.256/8")]
    [InlineData("2001:db8::/129")]
    [InlineData("internal")]
    [InlineData("10.0.0.0/255.0.0.0")]
    [InlineData("10.0.*")]
    public void What_is_no_network_is_refused(string network)
    {
        Sigma.Refuses($"sourceIPAddress|cidr: '{network}'", "cidr");
    }

    [Theory]
    [InlineData("192.168.1.1/24")]
    [InlineData("10.0.0.1/8")]
    [InlineData("2001:db8::1/64")]
    public void A_network_with_bits_set_behind_its_prefix_is_refused(string network)
    {
        Sigma.Refuses($"sourceIPAddress|cidr: '{network}'", "cidr");
    }

    [Theory]
    [InlineData("010.0.0.0/8")]
    [InlineData("10")]
    [InlineData("0x0a000000/8")]
    public void A_network_that_is_no_plain_dotted_decimal_is_refused_and_not_read_as_another(string network)
    {
        Sigma.Refuses($"sourceIPAddress|cidr: '{network}'", "cidr");
    }

    [Theory]
    [InlineData("ip|contains|cidr: 10.0.0.0/8", "cidr")]
    [InlineData("ip|cidr|startswith: 10.0.0.0/8", "startswith")]
    [InlineData("ip|cidr|cased: 10.0.0.0/8", "cased")]
    public void A_network_goes_with_no_test_of_text(string item, string construct)
    {
        Sigma.Refuses(item, construct);
    }

    private static string Event(string address) => $$"""{"sourceIPAddress":"{{address}}"}""";
}
