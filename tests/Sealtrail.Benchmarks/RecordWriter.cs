using System.Globalization;
using System.Text;

namespace Sealtrail.Benchmarks;

/// <summary>Writes one invented record after another.</summary>
internal sealed class RecordWriter(int seed, int file)
{
    private const int Actors = 400;

    /// <summary>Service, action, read-only, and how many times more likely than the rarest.</summary>
    private static readonly (string Service, string Action, bool ReadOnly, int Weight)[] Calls =
    [
        ("kms", "Decrypt", true, 120), ("sts", "AssumeRole", true, 100), ("s3", "GetObject", true, 90), ("s3", "PutObject", false, 40),
        ("dynamodb", "GetItem", true, 50), ("ec2", "DescribeInstances", true, 50), ("ec2", "DescribeVolumes", true, 20),
        ("logs", "CreateLogStream", false, 40), ("kms", "GenerateDataKey", true, 40), ("lambda", "Invoke", false, 40),
        ("ssm", "GetParameter", true, 30), ("ssm", "UpdateInstanceInformation", false, 30), ("secretsmanager", "GetSecretValue", true, 20),
        ("s3", "ListObjects", true, 20), ("iam", "GetRole", true, 12), ("iam", "ListAttachedRolePolicies", true, 8), ("ecr", "BatchGetImage", true, 10),
        ("ecs", "DescribeTasks", true, 8), ("rds", "DescribeDBInstances", true, 8), ("autoscaling", "DescribeAutoScalingGroups", true, 10),
        ("elasticloadbalancing", "DescribeTargetHealth", true, 10), ("cloudformation", "DescribeStacks", true, 6), ("monitoring", "DescribeAlarms", true, 6),
        ("signin", "ConsoleLogin", false, 2), ("ec2", "AuthorizeSecurityGroupIngress", false, 1), ("iam", "AttachRolePolicy", false, 1),
        ("iam", "CreateAccessKey", false, 1), ("ec2", "RunInstances", false, 4), ("ec2", "CreateTags", false, 4), ("s3", "PutBucketPolicy", false, 1),
        ("route53", "ChangeResourceRecordSets", false, 2), ("lambda", "UpdateFunctionCode20150331v2", false, 2), ("cloudtrail", "LookupEvents", true, 1),
    ];

    private static readonly int TotalWeight = Calls.Sum(call => call.Weight);

    private static readonly string[] Agents =
    [
        "aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.5 md/GOOS#linux md/GOARCH#amd64 api/sts#1.30.3",
        "Boto3/1.34.131 md/Botocore#1.34.131 ua/2.0 os/linux#5.10.220 md/arch#x86_64 lang/python#3.11.9 md/pyimpl#CPython cfg/retry-mode#legacy Botocore/1.34.131",
        "APN/1.0 HashiCorp/1.0 Terraform/1.9.2 (+https://www.terraform.io) terraform-provider-aws/5.58.0 (+https://registry.terraform.io/providers/hashicorp/aws)",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    ];

    private readonly Random _random = new(seed);
    private int _number;

    public void Write(TextWriter to)
    {
        var (service, action, readOnly) = Call();
        var actor = (int)(Actors * Math.Pow(_random.NextDouble(), 3));
        var number = _number++;
        var time = new DateTime(2026, 11, 10, 0, 0, 0, DateTimeKind.Utc).AddSeconds((file * 300) + _random.Next(300));
        var denied = _random.Next(50) == 0;
        var at = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var error = denied
            ? $"\"errorCode\":\"AccessDenied\",\"errorMessage\":\"User: arn:aws:sts::111122223333:assumed-role/workload-{actor}/session-{actor} is not authorized to perform: {service}:{action} because no identity-based policy allows the action\","
            : "";
        var key = actor.ToString("d16", CultureInfo.InvariantCulture);
        to.Write($$$$"""
            {"eventVersion":"1.09","userIdentity":{"type":"AssumedRole","principalId":"AROA{{{{key}}}}:session-{{{{actor}}}}","arn":"arn:aws:sts::111122223333:assumed-role/workload-{{{{actor}}}}/session-{{{{actor}}}}","accountId":"111122223333","accessKeyId":"ASIA{{{{key}}}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROA{{{{key}}}}","arn":"arn:aws:iam::111122223333:role/workload-{{{{actor}}}}","accountId":"111122223333","userName":"workload-{{{{actor}}}}"},"attributes":{"creationDate":"2026-11-10T00:00:00Z","mfaAuthenticated":"false"}}},"eventTime":"{{{{at}}}}","eventSource":"{{{{service}}}}.amazonaws.com","eventName":"{{{{action}}}}","awsRegion":"eu-central-1","sourceIPAddress":"10.{{{{actor % 200}}}}.{{{{actor % 97}}}}.{{{{actor % 31}}}}","userAgent":"{{{{Agents[actor % Agents.Length]}}}}",{{{{error}}}}"requestParameters":{{{{Parameters(service, actor)}}}},"responseElements":{{{{Response(readOnly)}}}},"requestID":"{{{{Id(number)}}}}","eventID":"{{{{Id(number + 7_000_000)}}}}","readOnly":{{{{(readOnly ? "true" : "false")}}}},"resources":[{"accountId":"111122223333","type":"AWS::KMS::Key","ARN":"arn:aws:kms:eu-central-1:111122223333:key/{{{{Id(actor % 40)}}}}"}],"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"{{{{service}}}}.eu-central-1.amazonaws.com"}}
            """);
    }

    private (string Service, string Action, bool ReadOnly) Call()
    {
        var at = _random.Next(TotalWeight);
        var call = 0;
        while (at >= Calls[call].Weight)
        {
            at -= Calls[call++].Weight;
        }

        return (Calls[call].Service, Calls[call].Action, Calls[call].ReadOnly);
    }

    private string Parameters(string service, int actor) => service switch
    {
        "kms" => $$"""{"encryptionContext":{"aws:s3:arn":"arn:aws:s3:::data-{{actor % 60}}/{{Id(_random.Next(5000))}}"},"encryptionAlgorithm":"SYMMETRIC_DEFAULT","keyId":"arn:aws:kms:eu-central-1:111122223333:key/{{Id(actor % 40)}}"}""",
        "s3" => $$"""{"bucketName":"data-{{actor % 60}}","Host":"data-{{actor % 60}}.s3.eu-central-1.amazonaws.com","key":"year=2026/month=11/{{Id(_random.Next(50_000))}}.parquet"}""",
        "sts" => $$"""{"roleArn":"arn:aws:iam::111122223333:role/workload-{{actor}}","roleSessionName":"session-{{actor}}","durationSeconds":3600}""",
        "ec2" => $$$"""{"filterSet":{"items":[{"name":"tag:environment","valueSet":{"items":[{"value":"production"}]}}]},"instancesSet":{"items":[{"instanceId":"i-{{{actor:x17}}}"}]}}""",
        _ => $$"""{"name":"/service/{{actor}}/setting-{{_random.Next(30)}}","maxResults":50,"withDecryption":true}""",
    };

    private string Response(bool readOnly)
    {
        if (_random.Next(100) == 0)
        {
            var items = new StringBuilder("{\"items\":[");
            for (var i = 0; i < 110; i++)
            {
                items.Append(CultureInfo.InvariantCulture, $$"""{{(i == 0 ? "" : ",")}}{"id":"{{Id(i)}}","state":{"code":16,"name":"running"},"value":"{{_random.NextInt64():x16}}","tags":[{"key":"Name","value":"node-{{i}}"}]}""");
            }

            return items.Append("]}").ToString();
        }

        return readOnly ? "null" : $$"""{"requestId":"{{Id(_random.Next())}}","_return":true,"state":"pending","version":{{_random.Next(1, 90)}}}""";
    }

    private string Id(int number)
    {
        unchecked
        {
            var mixed = ((ulong)(number + 1) * 0x9E3779B97F4A7C15UL) ^ ((ulong)file * 0xC2B2AE3D27D4EB4FUL);
            return string.Create(CultureInfo.InvariantCulture, $"{(uint)(mixed >> 32):x8}-{(ushort)(mixed >> 16):x4}-4{(mixed >> 4) & 0xfff:x3}-8{mixed & 0xfff:x3}-{mixed & 0xffffffffffff:x12}");
        }
    }
}
