using Sealtrail.Core.Enrichment.Labelling;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

public sealed class FileLabelTests
{
    [Theory]
    [InlineData("198.51.100.7", "Berlin office")]
    [InlineData("198.51.100.200", "Berlin guests")]
    [InlineData("198.51.100.255", "one desk")]
    [InlineData("198.51.101.1", "Germany")]
    [InlineData("2001:db8:0:1::5", "VPN")]
    [InlineData("::ffff:198.51.100.7", "Berlin office")]
    [InlineData("203.0.113.1", null)]
    [InlineData("config.amazonaws.com", null)]
    [InlineData(null, null)]
    public void The_smallest_network_that_holds_an_address_names_it(string? address, string? label)
    {
        var labels = Read(
            """
            networks:
              198.51.0.0/16: Germany
              198.51.100.0/24: Berlin office
              198.51.100.128/25: Berlin guests
              198.51.100.255: one desk
              2001:db8::/32: VPN
            """);

        Assert.Equal(label, labels.OfAddress(address));
    }

    [Fact]
    public void A_network_of_everything_names_every_address_of_its_kind()
    {
        var labels = Read("networks: {0.0.0.0/0: the world}");

        Assert.Equal("the world", labels.OfAddress("203.0.113.1"));
        Assert.Null(labels.OfAddress("2001:db8::1"));
    }

    [Fact]
    public void Accounts_and_principals_are_matched_exactly()
    {
        var labels = Read(
            """
            accounts: {"111122223333": production, 012345678901: sandbox}
            principals:
              arn:aws:iam::111122223333:user/svc: on-call bot
              alice: Alice of payments
            """);

        Assert.Equal("production", labels.OfAccount("111122223333"));
        Assert.Equal("sandbox", labels.OfAccount("012345678901"));
        Assert.Null(labels.OfAccount("111122223334"));
        Assert.Equal("on-call bot", labels.OfPrincipal(null, "arn:aws:iam::111122223333:user/svc", "alice"));
        Assert.Equal("Alice of payments", labels.OfPrincipal("somebody", "alice"));
        Assert.Null(labels.OfPrincipal("Alice", "arn:aws:iam::111122223333:user/svc2"));
    }

    [Theory]
    [InlineData("networks:\n  198.51.100.0/33: x", 2, "no address range")]
    [InlineData("networks:\n  198.51.100.7/24: x", 2, "write 198.51.100.0/24")]
    [InlineData("networks:\n  2001:db8::1/32: x", 2, "write 2001:db8::/32")]
    [InlineData("networks:\n  10.0.0.0/-1: x", 2, "no address range")]
    [InlineData("networks:\n  office: x", 2, "no address range")]
    [InlineData("networks:\n  10.0.0.0/8: x\n  010.0.0.0/8: y", 3, "twice")]
    [InlineData("accounts:\n  1111: x", 2, "twelve digits")]
    [InlineData("accounts:\n  \"111122223333\": x\n  111122223333: y", 3, "uplicate")]
    [InlineData("principals:\n  alice: [x]", 2, "must be a text")]
    [InlineData("principals:\n  alice:", 2, "must be a text")]
    [InlineData("accounts: {}\nregions: {}", 2, "only networks, accounts and principals")]
    [InlineData("networks: office", 1, "must be a map")]
    [InlineData("- networks", 0, "one YAML map")]
    [InlineData("", 0, "one YAML map")]
    [InlineData("networks: {}\n---\naccounts: {}", 0, "one YAML map")]
    [InlineData("networks: ]", 1, "YAML")]
    public void Errors_name_the_file_the_line_and_the_cause(string text, int line, string cause)
    {
        var (labels, problems) = Labels.Read("labels.yml", text);

        Assert.Null(labels);
        var problem = Assert.Single(problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(cause, problem.Cause, StringComparison.Ordinal);
        Assert.StartsWith(line == 0 ? "labels.yml: " : $"labels.yml, line {line}: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_YAML_is_refused_and_not_followed()
    {
        Assert.Null(Labels.Read("x", "networks: " + new string('[', 100_000)).Labels);
        Assert.Null(Labels.Read("x", "a: &a {}\nb: [" + string.Join(',', Enumerable.Repeat("*a", 1000)) + "]").Labels);
        Assert.Null(Labels.Read("x", new string(' ', 2_000_000)).Labels);
        Assert.Null(Labels.Read("x", $"principals: {{alice: {new string('x', 201)}}}").Labels);
    }

    private static Labels Read(string text)
    {
        var (labels, problems) = Labels.Read("labels.yml", text);
        Assert.Empty(problems);
        return labels!;
    }
}
