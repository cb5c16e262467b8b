using Sealtrail.Core.Enrichment.Tools;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

public sealed class UserAgentToolTests
{
    [Theory]
    [InlineData("aws-cli/2.31.29 md/awscrt#0.28.4 ua/2.1 os/linux#6.12 md/arch#x86_64 lang/python#3.13.9 md/pyimpl#CPython cfg/retry-mode#standard md/command#ec2.run-instances", "aws-cli")]
    [InlineData("[aws-cli/1.16.9 Python/3.7.3 Linux/4.14 botocore/1.12.134]", "aws-cli")]
    [InlineData("aws-cli/2.13.5 Python/3.11.4 Linux/4.14 exec-env/CloudShell exe/x86_64.amzn.2 prompt/off command/iam.create-role", "CloudShell")]
    [InlineData("aws-cli/2.31.1 lang/python#3.13.7 exec-env/grimoire_01", "aws-cli")]
    [InlineData("APN/1.0 HashiCorp/1.0 Terraform/1.13.4 (+https://www.terraform.io) terraform-provider-aws/6.19.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.39.5 ua/2.1", "Terraform")]
    [InlineData("aws-sdk-go/1.12.8 (go1.9; darwin; amd64) APN/1.0 HashiCorp/1.0 Terraform/0.10.0-dev", "Terraform")]
    [InlineData("aws-sdk-go-v2/1.36 ua/2.1 APN/1.0 OpenTofu-S3-Backend/1.0 OpenTofu/1.10.1", "OpenTofu")]
    [InlineData("APN/1.0 Pulumi/1.0 Pulumi-Aws/4.17.0-alpha.16 (+https://www.pulumi.com) aws-sdk-go/1.40.20 (go1.16.4; darwin; amd64)", "Pulumi")]
    [InlineData("Boto3/1.28 md/Botocore#1.31 lang/python#3.11 Botocore/1.31 APN/1.0 Ansible/2.15.0 amazon.aws/6.5.3", "Ansible")]
    [InlineData("aws-sdk-js/3.632.0 ua/2.0 os/linux lang/js md/nodejs#20 aws-cdk/2.160.0", "CDK")]
    [InlineData("aws-sdk-go-v2/1.30 os/linux lang/go#1.22 eksctl/0.190.0", "eksctl")]
    [InlineData("[Boto3/1.40.60 md/Botocore#1.40.60 lang/python#3.12.11 Botocore/1.40.60 awswrangler/3.13.0]", "SDK for Python")]
    [InlineData("CloudCustodian(net-change)/0.9.2 Python/3.8.3 exec-env/AWS_Lambda_python3.8 Botocore/1.15.49", "SDK for Python")]
    [InlineData("aws-sdk-java/2.37.5 md/io#sync lang/java#21.0.9", "SDK for Java")]
    [InlineData("aws-sdk-nodejs/2.1692.0 linux/v20 promise", "SDK for JavaScript")]
    [InlineData("aws-sdk-go-v2/1.32.3 os/linux lang/go#1.23.1", "SDK for Go")]
    [InlineData("aws-sdk-dotnet-coreclr/3.7.0.2 aws-sdk-dotnet-core/3.7.0.3 .NET_Core/6.0", "SDK for .NET")]
    [InlineData("AWSPowerShell.NetCore/4.1.5 .NET_Core/8.0 WindowsPowerShell/7.4 aws-sdk-dotnet-core/3.7", "Tools for PowerShell")]
    [InlineData("aws-sdk-rust/1.3.3 os/linux lang/rust/1.78.0", "SDK for Rust")]
    [InlineData("aws-sdk-ruby3/3.113.1 ruby/2.7.2 x86_64-linux aws-sdk-s3/1.93.0", "SDK for Ruby")]
    [InlineData("aws-sdk-php/3.300.0 OS/Linux lang/php/8.2.0 GuzzleHttp/7", "SDK for PHP")]
    [InlineData("aws-sdk-cpp/1.11.200 os/Linux lang/c++#11", "SDK for C++")]
    [InlineData("aws-sdk-kotlin/1.2.0 lang/kotlin/1.9", "SDK for Kotlin")]
    [InlineData("aws-sdk-swift/1.0.0 lang/swift#6.0", "SDK for Swift")]
    [InlineData("[S3Console/0.4, aws-internal/3 aws-sdk-java/1.11.1030 Linux/5.4]", "console")]
    [InlineData("AWS Signin, aws-internal/3 aws-sdk-java/1.11.898", "console")]
    [InlineData("aws-internal/3 aws-sdk-java/1.11.893 Linux/4.9", "AWS service")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", "console")]
    [InlineData("AWS-CLI/2.0", "aws-cli")]
    public void Products_tell_the_tool_wherever_they_stand(string userAgent, string tool) => Assert.Equal(tool, UserAgentProducts.Tool(userAgent));

    [Theory]
    [InlineData("")]
    [InlineData("curl/8.14.1")]
    [InlineData("Go-http-client/1.1")]
    [InlineData("Coral/Netty4")]
    [InlineData("stratus-red-team_c763d13b-d099-488a-bb3e-f57cb2fed240")]
    [InlineData("Jersey/${project.version} (HttpUrlConnection 17.0.12)")]
    [InlineData("not-aws-cli/2.0 my-terraform/1 xaws-sdk-go/1")]
    [InlineData("app/aws-cli md/command#terraform Terraform aws-cli")]
    [InlineData("/ // [] ,,, exec-env/ exec-env/AWS_ECS_FARGATE")]
    public void What_only_looks_like_a_product_tells_nothing(string userAgent) => Assert.Null(UserAgentProducts.Tool(userAgent));

    [Fact]
    public void A_user_agent_of_any_length_is_read_no_further_than_it_should() =>
        Assert.Null(UserAgentProducts.Tool(new string(' ', 100_000) + "aws-cli/2.0"));

    [Fact]
    public void Telling_the_tool_costs_no_memory()
    {
        const string Agent = "APN/1.0 HashiCorp/1.0 Terraform/1.13.4 (+https://www.terraform.io) aws-sdk-go-v2/1.39.5";
        UserAgentProducts.Tool(Agent);
        var before = GC.GetAllocatedBytesForCurrentThread();
        UserAgentProducts.Tool(Agent);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
