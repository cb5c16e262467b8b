using System.Text;
using Sealtrail.Core.Enrichment;
using Sealtrail.Core.Events;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

public sealed class RecordToolTests
{
    private const string Cli = "aws-cli/2.31.29 md/command#s3.ls";
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Theory]
    [InlineData("AwsConsoleSignIn", "198.51.100.7", Browser, "", "console", ToolEvidence.Asserted)]
    [InlineData("AwsServiceEvent", "AWS Internal", "AWS Internal", "", "AWS service", ToolEvidence.Asserted)]
    [InlineData("AwsServiceEvent", "198.51.100.7", Cli, "", "aws-cli", ToolEvidence.Claimed)]
    [InlineData("AwsApiCall", "cloudformation.amazonaws.com", "cloudformation.amazonaws.com", "", "CloudFormation", ToolEvidence.Asserted)]
    [InlineData("AwsApiCall", "config.amazonaws.com", "[config.amazonaws.com]", "", "AWS service", ToolEvidence.Asserted)]
    [InlineData("AwsApiCall", "198.51.100.7", "bedrock.amazonaws.com", "\"invokedBy\":\"bedrock.amazonaws.com\"", "AWS service", ToolEvidence.Asserted)]
    [InlineData("AwsApiCall", "198.51.100.7", Cli, "\"invokedBy\":\"signin.amazonaws.com\"", "console", ToolEvidence.Asserted)]
    [InlineData("AwsApiCall", "198.51.100.7", "cloudformation.amazonaws.com", "", "CloudFormation", ToolEvidence.Claimed)]
    [InlineData("AwsApiCall", "198.51.100.7", "AWS Internal", "", "AWS service", ToolEvidence.Claimed)]
    [InlineData("AwsApiCall", "198.51.100.7", "console.ec2.amazonaws.com", "", "console", ToolEvidence.Claimed)]
    [InlineData("AwsApiCall", "198.51.100.7", Cli, "", "aws-cli", ToolEvidence.Claimed)]
    [InlineData("AwsApiCall", "198.51.100.7", Browser, "", "console", ToolEvidence.Claimed)]
    public void Evidence_follows_who_says_so(string type, string address, string agent, string identity, string tool, ToolEvidence evidence) =>
        Assert.Equal(new Tool(tool, evidence), Read(type, address, agent, identity));

    [Theory]
    [InlineData(Browser, "console", ToolEvidence.Asserted)]
    [InlineData("AWS Internal", "console", ToolEvidence.Asserted)]
    [InlineData("something else", "console", ToolEvidence.Asserted)]
    [InlineData("aws-cli/2.31.1 exec-env/CloudShell", "CloudShell", ToolEvidence.Claimed)]
    [InlineData(Cli, "aws-cli", ToolEvidence.Claimed)]
    public void Credentials_of_the_console_in_another_tool_are_that_tool(string agent, string tool, ToolEvidence evidence) =>
        Assert.Equal(new Tool(tool, evidence), Read("AwsApiCall", "198.51.100.7", agent, "", """ "sessionCredentialFromConsole":"true" """));

    [Theory]
    [InlineData("curl/8.14.1", "", "")]
    [InlineData("", "", "")]
    [InlineData(Browser, "\"accountId\":\"ANONYMOUS_PRINCIPAL\"", "")]
    [InlineData(Browser, "", """ "additionalEventData":{"AuthenticationMethod":"QueryString"} """)]
    public void Where_nothing_tells_the_tool_there_is_none(string agent, string identity, string extra) =>
        Assert.Null(Read("AwsApiCall", "198.51.100.7", agent, identity, extra));

    private static Tool? Read(string type, string address, string agent, string identity, string extra = "")
    {
        var json = $$"""{"userIdentity":{"type":"AssumedRole"{{(identity.Length > 0 ? "," + identity : "")}}},"sourceIPAddress":"{{address}}","userAgent":"{{agent}}"{{(extra.Length > 0 ? "," + extra : "")}}}""";
        var tape = new JsonTape();
        Assert.Equal(JsonReadStatus.Complete, tape.Read(Encoding.UTF8.GetBytes(json)));
        return ToolReader.Read(tape.Root, type, ActorReader.Read(tape.Root), OriginReader.Read(tape.Root));
    }
}
