using Sealtrail.Tests.Parsing;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

/// <summary>The resources an event touched, as ARNs wherever an ARN can be known.</summary>
public sealed class ResourceTests
{
    [Fact]
    public void What_CloudTrail_lists_is_taken_in_order_and_without_repeats()
    {
        var found = Of("s3.amazonaws.com", """{"bucketName":"other"}""", """
            [{"ARN":"arn:aws:s3:::b/k","type":"AWS::S3::Object"},{"accountId":"1","ARN":"arn:aws:s3:::b"},{"ARN":"arn:aws:s3:::b/k"},{"arn":"arn:aws:x"},{"ARNPrefix":"arn:aws:s3:::p/"}]
            """);

        Assert.Equal(["arn:aws:s3:::b/k", "arn:aws:s3:::b", "arn:aws:x", "arn:aws:s3:::p/"], found);
    }

    [Theory]
    [InlineData("s3.amazonaws.com", """{"bucketName":"b","key":"k"}""", "arn:aws:s3:::b arn:aws:s3:::b/k")]
    [InlineData("iam.amazonaws.com", """{"userName":"bob"}""", "arn:aws:iam::111122223333:user/bob")]
    [InlineData("iam.amazonaws.com", """{"roleName":"R","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""", "arn:aws:iam::111122223333:role/R arn:aws:iam::aws:policy/AdministratorAccess")]
    [InlineData("kms.amazonaws.com", """{"keyId":"alias/a"}""", "arn:aws:kms:eu-central-1:111122223333:alias/a")]
    [InlineData("kms.amazonaws.com", """{"keyId":"1-2"}""", "arn:aws:kms:eu-central-1:111122223333:key/1-2")]
    [InlineData("ec2.amazonaws.com", """{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]}}""", "arn:aws:ec2:eu-central-1:111122223333:instance/i-1 arn:aws:ec2:eu-central-1:111122223333:instance/i-2")]
    [InlineData("ec2.amazonaws.com", """{"groupId":"sg-1","ipPermissions":{"items":[{"groups":{}}]}}""", "arn:aws:ec2:eu-central-1:111122223333:security-group/sg-1")]
    [InlineData("ssm.amazonaws.com", """{"documentName":"D","instanceIds":["i-1","i-1"]}""", "arn:aws:ssm:eu-central-1:111122223333:document/D arn:aws:ec2:eu-central-1:111122223333:instance/i-1")]
    [InlineData("ec2.amazonaws.com", """{"unknownParameter":"x"}""", "")]
    [InlineData("ec2.amazonaws.com", """{"instanceId":""}""", "")]
    [InlineData("ec2.amazonaws.com", """{"instanceId":null}""", "")]
    [InlineData("ec2.amazonaws.com", "null", "")]
    public void Without_a_list_the_parameters_name_the_resources(string service, string parameters, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Of(service, parameters, "null"));

    [Theory]
    [InlineData("cn-north-1", "arn:aws-cn:s3:::b")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:s3:::b")]
    public void The_partition_is_that_of_the_region(string region, string expected)
    {
        var record = Sample.With(("eventSource", "\"s3.amazonaws.com\""), ("requestParameters", """{"bucketName":"b"}"""), ("awsRegion", $"\"{region}\""));

        Assert.Equal([expected], Sample.Event(record).Resources.ToArray());
    }

    [Fact]
    public void Where_account_or_region_are_unknown_the_bare_name_stands_for_the_resource()
    {
        var record = Sample.With(("eventSource", "\"kms.amazonaws.com\""), ("requestParameters", """{"keyId":"k"}"""), ("awsRegion", "null"));

        Assert.Equal(["k"], Sample.Event(record).Resources.ToArray());
    }

    private static string[] Of(string service, string parameters, string resources) =>
        [.. Sample.Event(Sample.With(("eventSource", $"\"{service}\""), ("requestParameters", parameters), ("resources", resources))).Resources];
}
