namespace Sealtrail.Core.Enrichment;

/// <summary>
/// Makes a resource's ARN of the parameter that names it. ARN forms are those of the AWS Service Authorization Reference;
/// a parameter not known here names no resource.
/// </summary>
internal readonly struct ResourceArns(string service, string account, string region)
{
    /// <returns>An ARN, or the bare name where the account or region it needs is unknown; null for any other parameter.</returns>
    public string? From(string parameter, string? value)
    {
        if (string.IsNullOrEmpty(value) || value.Length > 1024)
        {
            return null;
        }

        if (value.StartsWith("arn:", StringComparison.Ordinal))
        {
            return value;
        }

        return (service, parameter) switch
        {
            ("s3.amazonaws.com", "bucketName") => $"arn:{Partition}:s3:::{value}",
            ("iam.amazonaws.com", "userName") => Global("iam", $"user/{value}", value),
            ("iam.amazonaws.com", "roleName") => Global("iam", $"role/{value}", value),
            ("iam.amazonaws.com", "groupName") => Global("iam", $"group/{value}", value),
            ("iam.amazonaws.com", "policyName") => value,
            ("iam.amazonaws.com", "instanceProfileName") => Global("iam", $"instance-profile/{value}", value),
            ("cloudtrail.amazonaws.com", "name" or "trailName") => Regional("cloudtrail", $"trail/{value}", value),
            ("kms.amazonaws.com", "keyId") => Regional("kms", value.StartsWith("alias/", StringComparison.Ordinal) ? value : $"key/{value}", value),
            ("lambda.amazonaws.com", "functionName") => Regional("lambda", $"function:{value}", value),
            ("dynamodb.amazonaws.com", "tableName") => Regional("dynamodb", $"table/{value}", value),
            ("secretsmanager.amazonaws.com", "secretId") => Regional("secretsmanager", $"secret:{value}", value),
            ("sns.amazonaws.com", "name") => Regional("sns", value, value),
            ("rds.amazonaws.com", "dBInstanceIdentifier") => Regional("rds", $"db:{value}", value),
            ("rds.amazonaws.com", "dBSnapshotIdentifier") => Regional("rds", $"snapshot:{value}", value),
            ("ec2.amazonaws.com", "instanceId") => Regional("ec2", $"instance/{value}", value),
            ("ec2.amazonaws.com", "groupId") => Regional("ec2", $"security-group/{value}", value),
            ("ec2.amazonaws.com", "vpcId") => Regional("ec2", $"vpc/{value}", value),
            ("ec2.amazonaws.com", "subnetId") => Regional("ec2", $"subnet/{value}", value),
            ("ec2.amazonaws.com", "volumeId") => Regional("ec2", $"volume/{value}", value),
            ("ec2.amazonaws.com", "snapshotId") => Regional("ec2", $"snapshot/{value}", value),
            ("ec2.amazonaws.com", "imageId") => Regional("ec2", $"image/{value}", value),
            ("ec2.amazonaws.com", "routeTableId") => Regional("ec2", $"route-table/{value}", value),
            ("ec2.amazonaws.com", "networkAclId") => Regional("ec2", $"network-acl/{value}", value),
            ("ec2.amazonaws.com", "internetGatewayId") => Regional("ec2", $"internet-gateway/{value}", value),
            ("ec2.amazonaws.com", "flowLogId" or "FlowLogId") => Regional("ec2", $"vpc-flow-log/{value}", value),
            ("guardduty.amazonaws.com", "detectorId") => Regional("guardduty", $"detector/{value}", value),
            ("ssm.amazonaws.com", "documentName") => Regional("ssm", $"document/{value}", value),
            ("ssm.amazonaws.com", "instanceIds") => Regional("ec2", $"instance/{value}", value),
            ("config.amazonaws.com", "configurationRecorderName" or "deliveryChannelName") => value,
            ("cloudformation.amazonaws.com", "stackName") => value,
            ("organizations.amazonaws.com", "accountId" or "policyId" or "targetId") => value,
            _ => null,
        };
    }

    private string Partition =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    private string Global(string name, string resource, string bare) =>
        account.Length == 0 ? bare : $"arn:{Partition}:{name}::{account}:{resource}";

    private string Regional(string name, string resource, string bare) =>
        account.Length == 0 || region.Length == 0 ? bare : $"arn:{Partition}:{name}:{region}:{account}:{resource}";
}
