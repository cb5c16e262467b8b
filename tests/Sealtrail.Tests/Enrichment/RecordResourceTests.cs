using System.Text;
using Sealtrail.Core.Enrichment;
using Sealtrail.Core.Enrichment.Resources;
using Sealtrail.Core.Events;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

public sealed class RecordResourceTests
{
    [Fact]
    public void What_CloudTrail_lists_is_all_there_is()
    {
        var record = new ResourceRecord("s3", "GetObject", """{"bucketName":"other","key":"k"}""")
        {
            Resources = """[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::data/k"},{"accountId":"111122223333","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::data"}]""",
        };

        Assert.Equal("arn:aws:s3:::data/k arn:aws:s3:::data", record.Found());
    }

    [Fact]
    public void A_list_that_names_nothing_leaves_the_parameters_to_tell()
    {
        var record = new ResourceRecord("s3", "GetObject", """{"bucketName":"data"}""") { Resources = """[{"accountId":"111122223333"}]""" };

        Assert.Equal("arn:aws:s3:::data", record.Found());
    }

    [Theory]
    [InlineData("s3", """{"bucket":"data","nested":{"bucketName":"data"},"x-amz-acl":"private"}""")]
    [InlineData("iam", """{"policyName":"inline","description":"arn:aws:iam::1:user/x"}""")]
    [InlineData("unheardof", """{"bucketName":"data","userName":"alice","arn":"arn:aws:iam::111122223333:user/alice"}""")]
    [InlineData("unheardof", """{"resourceArn":"no ARN"}""")]
    [InlineData("iam", """{"userName":"HIDDEN_DUE_TO_SECURITY_REASONS","roleName":"***","groupName":""}""")]
    [InlineData("iam", """{"userName":null,"roleName":7,"groupName":{"a":"b"}}""")]
    [InlineData("iam", "\"HIDDEN_DUE_TO_SECURITY_REASONS\"")]
    [InlineData("iam", """["userName"]""")]
    public void Parameters_that_are_not_known_name_nothing(string service, string request) =>
        Assert.Empty(new ResourceRecord(service, "PutSomething", request).Read());

    [Fact]
    public void An_ARN_of_any_service_is_taken_where_it_is_called_the_resource() =>
        Assert.Equal("arn:aws:unheardof:::thing", new ResourceRecord("unheardof", "TagResource", """{"resourceArn":"arn:aws:unheardof:::thing"}""").Found());

    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    [InlineData("us-east-1", "aws")]
    public void The_region_tells_the_partition(string region, string partition) => Assert.Equal(
        $"arn:{partition}:iam::111122223333:user/alice", new ResourceRecord("iam", "DeleteUser", """{"userName":"alice"}""") { Region = region }.Found());

    [Theory]
    [InlineData("", "eu-central-1")]
    [InlineData("111122223333", "")]
    public void Without_account_or_region_the_name_stands_alone(string account, string region) => Assert.Equal(
        "orders", new ResourceRecord("dynamodb", "DeleteTable", """{"tableName":"orders"}""") { Account = account, Region = region }.Found());

    [Fact]
    public void An_event_carries_twenty_resources_at_most()
    {
        var items = string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""{"instanceId":"i-{{i}}"}"""));

        Assert.Equal(20, new ResourceRecord("ec2", "StopInstances", "{\"instancesSet\":{\"items\":[" + items + "]}}").Read().Count);
    }

    [Fact]
    public void Lists_within_lists_name_nothing_however_deep()
    {
        var deep = new string('[', 5000) + "\"web\"" + new string(']', 5000);

        Assert.Empty(new ResourceRecord("ecs", "UpdateService", $$"""{"cluster":{{deep}}}""").Read());
    }

    [Fact]
    public void Escaped_names_and_values_are_read_as_what_they_stand_for() => Assert.Equal(
        "arn:aws:iam::111122223333:user/ä/é", new ResourceRecord("iam", "DeleteUser", """{"user\u004eame":"\u00e4\/é"}""").Found());

    [Fact]
    public void A_record_that_names_nothing_costs_no_memory()
    {
        var tape = new JsonTape();
        tape.Read(Encoding.UTF8.GetBytes("""{"requestParameters":{"maxResults":1000,"filterSet":{"items":[{"name":"vpc","valueSet":{"items":[{"value":"v"}]}}]}},"responseElements":null}"""));
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Read();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Read() => ResourceReader.Read(tape.Root, "ec2.amazonaws.com", "DescribeInstances", "111122223333", "eu-central-1");
    }

    [Fact]
    public void Every_table_has_paths_that_begin_at_the_request_or_the_response_and_templates_whose_holes_close()
    {
        var rules = ResourceTables.All.SelectMany(service => service.Rules).ToList();

        Assert.All(rules, rule => Assert.Matches(@"^(request|response|\*)(\.[^.]+)+$", rule.Path));
        Assert.All(rules, rule => Assert.Matches(@"^([^{}]|\{[^{}]*\})*$", rule.Template));
        Assert.All(ResourceTables.All, service => Assert.StartsWith("arn:{partition}:", service.Arn, StringComparison.Ordinal));
    }
}
