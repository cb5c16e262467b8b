using Sealtrail.Core.Enrichment;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Parsing;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

/// <summary>sourceIPAddress is not always an address.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("198.51.100.7", OriginKind.Public, "198.51.100.7")]
    [InlineData("8.8.8.8", OriginKind.Public, "8.8.8.8")]
    [InlineData("172.32.0.1", OriginKind.Public, "172.32.0.1")]
    [InlineData("2001:DB8::1", OriginKind.Public, "2001:db8::1")]
    [InlineData("2001:db8:0:0:0:0:0:1", OriginKind.Public, "2001:db8::1")]
    [InlineData("::ffff:198.51.100.7", OriginKind.Public, "198.51.100.7")]
    [InlineData("10.0.0.5", OriginKind.Private, "10.0.0.5")]
    [InlineData("172.16.0.1", OriginKind.Private, "172.16.0.1")]
    [InlineData("172.31.255.255", OriginKind.Private, "172.31.255.255")]
    [InlineData("192.168.1.1", OriginKind.Private, "192.168.1.1")]
    [InlineData("100.64.0.1", OriginKind.Private, "100.64.0.1")]
    [InlineData("127.0.0.1", OriginKind.Private, "127.0.0.1")]
    [InlineData("169.254.169.254", OriginKind.Private, "169.254.169.254")]
    [InlineData("::1", OriginKind.Private, "::1")]
    [InlineData("fd00::1", OriginKind.Private, "fd00::1")]
    [InlineData("fe80::1", OriginKind.Private, "fe80::1")]
    [InlineData("::ffff:10.0.0.1", OriginKind.Private, "10.0.0.1")]
    public void An_address_is_public_or_private_and_in_its_one_form(string stated, OriginKind kind, string address) =>
        Assert.Equal((kind, address), OriginReader.Classify(stated));

    [Theory]
    [InlineData("203.0.113.007", OriginKind.Public, "203.0.113.7")]
    [InlineData("010.000.000.010", OriginKind.Private, "10.0.0.10")]
    [InlineData("012.1.1.1", OriginKind.Public, "12.1.1.1")]
    [InlineData("192.168.010.001", OriginKind.Private, "192.168.10.1")]
    [InlineData("08.09.08.09", OriginKind.Public, "8.9.8.9")]
    public void A_leading_zero_is_never_octal(string stated, OriginKind kind, string address) =>
        Assert.Equal((kind, address), OriginReader.Classify(stated));

    [Theory]
    [InlineData("cloudformation.amazonaws.com")]
    [InlineData("CloudTrail.AmazonAWS.com")]
    [InlineData("ec2.amazonaws.com.cn")]
    [InlineData("athena.aws.internal")]
    public void A_service_name_is_a_service(string stated) => Assert.Equal((OriginKind.AwsService, stated), OriginReader.Classify(stated));

    [Theory]
    [InlineData("AWS Internal")]
    [InlineData("AWS internal")]
    public void AWS_Internal_is_its_own_class(string stated) => Assert.Equal((OriginKind.AwsInternal, stated), OriginReader.Classify(stated));

    [Theory]
    [InlineData("not an address")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.-4")]
    [InlineData("1.2.3.")]
    [InlineData("1.2.3.4 ")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("2001:db8::1::2")]
    [InlineData("2001:db8::g")]
    [InlineData("1.2.3.4:443")]
    [InlineData("evil-amazonaws.com")]
    [InlineData("１.2.3.4")]
    public void Other_text_is_malformed_and_kept_as_it_stands(string stated) => Assert.Equal((OriginKind.Malformed, stated), OriginReader.Classify(stated));

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public void Without_an_address_the_origin_is_absent_and_the_user_agent_stays(string json)
    {
        var origin = Sample.Event(Sample.With("sourceIPAddress", json)).Origin;

        Assert.Equal(new Origin(OriginKind.Absent, null, "aws-cli/2.15"), origin);
        Assert.Null(Sample.Event(Sample.Without("sourceIPAddress", "userAgent")).Origin.UserAgent);
    }
}
