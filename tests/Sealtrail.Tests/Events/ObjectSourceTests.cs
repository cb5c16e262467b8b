using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Events;

public sealed class ObjectSourceTests
{
    [Theory]
    [InlineData("s3", "bucket", "AWSLogs/1/x.json.gz", "v1", "s3://bucket/AWSLogs/1/x.json.gz?versionId=v1")]
    [InlineData("s3", "bucket", "a", "", "s3://bucket/a")]
    [InlineData("file", "", "day/x y.json", "sha256-00", "file:day/x%20y.json?versionId=sha256-00")]
    [InlineData("s3", "b", "a?versionId=x", "a/b", "s3://b/a%3FversionId%3Dx?versionId=a%2Fb")]
    [InlineData("s3", "b", "100%/a+b:c@d#e", "", "s3://b/100%25/a%2Bb%3Ac%40d%23e")]
    [InlineData("s3", "b", "A-Z.a_z~0", "A-Z.a_z~0", "s3://b/A-Z.a_z~0?versionId=A-Z.a_z~0")]
    [InlineData("s3", "b", "é/名/😀", "", "s3://b/%C3%A9/%E5%90%8D/%F0%9F%98%80")]
    [InlineData("s3", "b", "\n\0\\", "", "s3://b/%0A%00%5C")]
    [InlineData("s3", "b", "/a//b/", "", "s3://b//a//b/")]
    public void Every_byte_but_the_unreserved_is_percent_encoded_and_read_back(string scheme, string container, string key, string version, string uri)
    {
        var source = ObjectSource.Create(scheme, container, key, version);
        var parsed = ObjectSource.Parse(uri);

        Assert.Equal(uri, source.Uri);
        Assert.Equal((key, version), (parsed?.Key, parsed?.Version));
        Assert.Equal(source, parsed);
        Assert.Equal(source.GetHashCode(), parsed!.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no scheme")]
    [InlineData(":x")]
    [InlineData("s3://bucket")]
    [InlineData("s3://b/a b")]
    [InlineData("s3://b/a%2fb")]
    [InlineData("s3://b/a%2Fb")]
    [InlineData("s3://b/%61")]
    [InlineData("s3://b/%c3%a9")]
    [InlineData("s3://b/é")]
    [InlineData("s3://b/%C3")]
    [InlineData("s3://b/%FF")]
    [InlineData("s3://b/%")]
    [InlineData("s3://b/%4")]
    [InlineData("s3://b/%ZZ")]
    [InlineData("s3://b/a?versionId=")]
    [InlineData("s3://b/a?other=1")]
    [InlineData("s3://b/a?versionId=x/y")]
    [InlineData("s3://b/a?versionId=x?versionId=y")]
    [InlineData("s3://b/a#x")]
    [InlineData("s3://b/a+b")]
    public void A_text_that_this_program_would_have_written_otherwise_is_refused(string uri) => Assert.Null(ObjectSource.Parse(uri));

    [Fact]
    public void Random_keys_and_versions_make_the_round_trip()
    {
        var random = new Random(7);
        for (var number = 0; number < 2_000; number++)
        {
            var (key, version) = (Text(random), Text(random));
            var source = ObjectSource.Create("s3", "bucket", key, version);
            var parsed = ObjectSource.Parse(source.Uri);

            Assert.Equal((key, version, source.Uri), (parsed?.Key, parsed?.Version, parsed?.Uri));
            Assert.DoesNotContain(source.Uri, c => c is <= ' ' or > '~');
        }
    }

    [Fact]
    public void Another_version_is_another_source()
    {
        var one = ObjectSource.Create("s3", "b", "k", "1");

        Assert.NotEqual(one, ObjectSource.Create("s3", "b", "k", "2"));
        Assert.NotEqual(one, ObjectSource.Create("s3", "b", "k", ""));
        Assert.NotEqual(ObjectSource.Create("s3", "b", "k?versionId=1", ""), one);
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(4) switch
    {
        0 => char.ConvertFromUtf32(random.Next(0x20, 0x7F)),
        1 => "%/?= +&#"[random.Next(8)].ToString(),
        2 => char.ConvertFromUtf32(random.Next(0x80, 0xD800)),
        _ => char.ConvertFromUtf32(random.Next(0x10000, 0x110000)),
    }));
}
