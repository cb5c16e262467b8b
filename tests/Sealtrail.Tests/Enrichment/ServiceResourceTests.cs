using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Enrichment;

/// <summary>Records in the shape CloudTrail gives them, one and more for each service that has a table.</summary>
public sealed class ServiceResourceTests
{
    private const string Here = "arn:aws:{0}:eu-central-1:111122223333:";

    [Theory]
    [InlineData("iam", "CreateAccessKey", """{"userName":"svc"}""", """{"accessKey":{"userName":"svc","accessKeyId":"AKIAEXAMPLE","status":"Active"}}""", "arn:aws:iam::111122223333:user/svc")]
    [InlineData("iam", "CreateRole", """{"roleName":"Deploy","path":"/ci/"}""", """{"role":{"path":"/ci/","roleName":"Deploy","arn":"arn:aws:iam::111122223333:role/ci/Deploy"}}""", "arn:aws:iam::111122223333:role/ci/Deploy")]
    [InlineData("iam", "AttachUserPolicy", """{"userName":"svc","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""", "null", "arn:aws:iam::111122223333:user/svc arn:aws:iam::aws:policy/AdministratorAccess")]
    [InlineData("iam", "PutRolePolicy", """{"roleName":"Deploy","policyName":"inline","policyDocument":"{}"}""", "null", "arn:aws:iam::111122223333:role/Deploy")]
    [InlineData("iam", "CreatePolicy", """{"policyName":"Read","policyDocument":"{}"}""", "null", "arn:aws:iam::111122223333:policy/Read")]
    [InlineData("iam", "DeactivateMFADevice", """{"userName":"AWS ROOT USER","serialNumber":"arn:aws:iam::111122223333:mfa/root-account-mfa-device"}""", "null", "arn:aws:iam::111122223333:root arn:aws:iam::111122223333:mfa/root-account-mfa-device")]
    [InlineData("iam", "DeleteRole", """{"roleName":"AWSServiceRoleForSupport"}""", "null", "AWSServiceRoleForSupport")]
    [InlineData("sts", "AssumeRole", """{"roleArn":"arn:aws:iam::444455556666:role/Deploy","roleSessionName":"ci"}""", """{"assumedRoleUser":{"assumedRoleId":"AROAEXAMPLE:ci","arn":"arn:aws:sts::444455556666:assumed-role/Deploy/ci"}}""", "arn:aws:iam::444455556666:role/Deploy arn:aws:sts::444455556666:assumed-role/Deploy/ci")]
    [InlineData("sts", "GetFederationToken", """{"name":"bob"}""", "null", "arn:aws:sts::111122223333:federated-user/bob")]
    [InlineData("organizations", "AttachPolicy", """{"policyId":"p-examplepolicy","targetId":"ou-root-example"}""", "null", "p-examplepolicy ou-root-example")]
    [InlineData("organizations", "CreateOrganizationalUnit", """{"parentId":"r-root","name":"dev"}""", """{"organizationalUnit":{"id":"ou-1","arn":"arn:aws:organizations::111122223333:ou/o-example/ou-1","name":"dev"}}""", "arn:aws:organizations::111122223333:ou/o-example/ou-1 r-root")]
    [InlineData("sso-directory", "AddMemberToGroup", """{"identityStoreId":"d-1","groupId":"g1","member":{"memberId":"u1"}}""", "null", "arn:aws:identitystore:::group/g1 arn:aws:identitystore:::user/u1")]
    public void Identity(string service, string action, string request, string response, string expected) => Names(service, action, request, response, expected);

    [Theory]
    [InlineData("s3", "PutBucketPolicy", """{"bucketName":"data","Host":"data.s3.amazonaws.com","policy":""}""", "null", "arn:aws:s3:::data")]
    [InlineData("s3", "DeleteObject", """{"bucketName":"data","key":"a folder/b.csv"}""", "null", "arn:aws:s3:::data arn:aws:s3:::data/a folder/b.csv")]
    [InlineData("s3", "GetObject", """{"bucketName":"arn:aws:s3:eu-central-1:111122223333:accesspoint/ap","key":"k"}""", "null", "arn:aws:s3:eu-central-1:111122223333:accesspoint/ap")]
    [InlineData("dynamodb", "CreateTable", """{"tableName":"orders"}""", """{"tableDescription":{"tableName":"orders","tableArn":"arn:aws:dynamodb:eu-central-1:111122223333:table/orders"}}""", "arn:aws:dynamodb:eu-central-1:111122223333:table/orders")]
    [InlineData("rds", "ModifyDBInstance", """{"dBInstanceIdentifier":"Orders","applyImmediately":true}""", """{"dBInstanceIdentifier":"orders","dBInstanceArn":"arn:aws:rds:eu-central-1:111122223333:db:orders"}""", "arn:aws:rds:eu-central-1:111122223333:db:orders")]
    [InlineData("rds", "ModifyDBSnapshotAttribute", """{"attributeName":"restore","dBSnapshotIdentifier":"nightly","valuesToAdd":["999900001111"]}""", "null", "arn:aws:rds:eu-central-1:111122223333:snapshot:nightly")]
    [InlineData("rds", "StartExportTask", """{"sourceArn":"arn:aws:rds:eu-central-1:111122223333:snapshot:nightly","s3BucketName":"out"}""", "null", "arn:aws:rds:eu-central-1:111122223333:snapshot:nightly arn:aws:s3:::out")]
    [InlineData("secretsmanager", "GetSecretValue", """{"secretId":"prod/stripe"}""", "null", "prod/stripe")]
    [InlineData("secretsmanager", "PutSecretValue", """{"secretId":"prod/stripe"}""", """{"arn":"arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/stripe-a1b2c3"}""", "prod/stripe arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/stripe-a1b2c3")]
    [InlineData("kms", "DisableKey", """{"keyId":"81baece8-6687-4e8d-acb6-0c53a31ffc92"}""", "null", "arn:aws:kms:eu-central-1:111122223333:key/81baece8-6687-4e8d-acb6-0c53a31ffc92")]
    [InlineData("kms", "Encrypt", """{"keyId":"alias/orders"}""", "null", "arn:aws:kms:eu-central-1:111122223333:alias/orders")]
    public void Storage(string service, string action, string request, string response, string expected) => Names(service, action, request, response, expected);

    [Theory]
    [InlineData("StopInstances", """{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]},"force":false}""", """{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]}}""", "{0}instance/i-1 {0}instance/i-2")]
    [InlineData("RunInstances", """{"instancesSet":{"items":[{"imageId":"ami-1","keyName":"ops"}]},"subnetId":"subnet-1"}""", """{"instancesSet":{"items":[{"instanceId":"i-1","imageId":"ami-1"}]}}""", "{0}instance/i-1 arn:aws:ec2:eu-central-1::image/ami-1 {0}key-pair/ops {0}subnet/subnet-1")]
    [InlineData("CreateSnapshot", """{"volumeId":"vol-1"}""", """{"snapshotId":"snap-1","volumeId":"vol-1"}""", "arn:aws:ec2:eu-central-1::snapshot/snap-1 {0}volume/vol-1")]
    [InlineData("CopySnapshot", """{"sourceRegion":"us-east-1","sourceSnapshotId":"snap-0"}""", """{"snapshotId":"snap-1"}""", "arn:aws:ec2:eu-central-1::snapshot/snap-1 arn:aws:ec2:us-east-1::snapshot/snap-0")]
    [InlineData("AuthorizeSecurityGroupIngress", """{"groupId":"sg-1","ipPermissions":{"items":[{"groups":{"items":[{"groupId":"sg-9"}]}}]}}""", """{"securityGroupRuleSet":{"items":[{"groupId":"sg-1","securityGroupRuleId":"sgr-1"}]}}""", "{0}security-group/sg-1 {0}security-group-rule/sgr-1")]
    [InlineData("DeleteFlowLogs", """{"DeleteFlowLogsRequest":{"FlowLogId":[{"tag":1,"content":"fl-1"},{"tag":2,"content":"fl-2"}]}}""", "null", "{0}vpc-flow-log/fl-1 {0}vpc-flow-log/fl-2")]
    [InlineData("CreateTags", """{"resourcesSet":{"items":[{"resourceId":"i-1"},{"resourceId":"ami-1"},{"resourceId":"odd-1"}]}}""", "null", "{0}instance/i-1 arn:aws:ec2:eu-central-1::image/ami-1")]
    [InlineData("CreateVpc", """{"cidrBlock":"10.0.0.0/16"}""", """{"vpc":{"vpcId":"vpc-1"}}""", "{0}vpc/vpc-1")]
    [InlineData("CreateRoute", """{"routeTableId":"rtb-1","gatewayId":"igw-1"}""", "null", "{0}route-table/rtb-1 {0}internet-gateway/igw-1")]
    [InlineData("CreateLaunchTemplate", """{"CreateLaunchTemplateRequest":{"LaunchTemplateName":"web"}}""", """{"CreateLaunchTemplateResponse":{"launchTemplate":{"launchTemplateId":"lt-1"}}}""", "{0}launch-template/lt-1 web")]
    [InlineData("ModifyImageAttribute", """{"imageId":"ami-1","launchPermission":{"add":{"items":[{"userId":"999900001111"}]}}}""", "null", "arn:aws:ec2:eu-central-1::image/ami-1")]
    public void Ec2(string action, string request, string response, string expected) =>
        Names("ec2", action, request, response, expected.Replace("{0}", "arn:aws:ec2:eu-central-1:111122223333:", StringComparison.Ordinal));

    [Theory]
    [InlineData("lambda", "UpdateFunctionCode20150331v2", """{"functionName":"notify"}""", """{"functionName":"notify","functionArn":"arn:aws:lambda:eu-central-1:111122223333:function:notify"}""", "{0}function:notify")]
    [InlineData("lambda", "AddPermission20150331v2", """{"functionName":"444455556666:function:notify"}""", "null", "arn:aws:lambda:eu-central-1:444455556666:function:notify")]
    [InlineData("lambda", "UpdateAlias20150331", """{"functionName":"notify","name":"live"}""", "null", "{0}function:notify {0}function:notify:live")]
    [InlineData("ecs", "UpdateService", """{"cluster":"shop","service":"mailer","taskDefinition":"mailer:52"}""", "null", "{0}cluster/shop {0}service/shop/mailer {0}task-definition/mailer:52")]
    [InlineData("ecs", "StopTask", """{"cluster":"arn:aws:ecs:eu-central-1:111122223333:cluster/shop","task":"1b09"}""", "null", "{0}cluster/shop {0}task/shop/1b09")]
    [InlineData("ecs", "DeleteService", """{"service":"mailer"}""", "null", "{0}service/default/mailer")]
    [InlineData("eks", "CreateAccessEntry", """{"name":"beta","principalArn":"arn:aws:iam::111122223333:role/Ops"}""", "null", "{0}cluster/beta arn:aws:iam::111122223333:role/Ops")]
    [InlineData("eks", "AssociateAccessPolicy", """{"name":"beta","principalArn":"arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2FOps"}""", "null", "{0}cluster/beta arn:aws:iam::111122223333:role/Ops")]
    [InlineData("ecr", "PutImage", """{"repositoryName":"team/web","registryId":"444455556666"}""", "null", "arn:aws:ecr:eu-central-1:444455556666:repository/team/web")]
    [InlineData("ecr", "DeleteRepository", """{"repositoryName":"team/web"}""", "null", "{0}repository/team/web")]
    public void Containers(string service, string action, string request, string response, string expected) => Names(service, action, request, response, expected);

    [Theory]
    [InlineData("sns", "CreateTopic", """{"name":"alerts"}""", """{"topicArn":"arn:aws:sns:eu-central-1:111122223333:alerts"}""", "{0}alerts")]
    [InlineData("sns", "Subscribe", """{"topicArn":"arn:aws:sns:eu-central-1:111122223333:alerts","protocol":"email","endpoint":"HIDDEN_DUE_TO_SECURITY_REASONS"}""", """{"subscriptionArn":"pending confirmation"}""", "{0}alerts")]
    [InlineData("sqs", "SetQueueAttributes", """{"queueUrl":"https://sqs.eu-central-1.amazonaws.com/444455556666/jobs"}""", "null", "arn:aws:sqs:eu-central-1:444455556666:jobs")]
    [InlineData("sqs", "CreateQueue", """{"queueName":"jobs"}""", """{"queueUrl":"https://sqs.eu-central-1.amazonaws.com/111122223333/jobs"}""", "{0}jobs")]
    [InlineData("events", "DisableRule", """{"name":"nightly"}""", "null", "{0}rule/nightly")]
    [InlineData("events", "DisableRule", """{"name":"nightly","eventBusName":"default"}""", "null", "{0}rule/nightly")]
    [InlineData("events", "PutTargets", """{"rule":"nightly","eventBusName":"shop","targets":[{"id":"1","arn":"arn:aws:lambda:eu-central-1:111122223333:function:f"}]}""", "null", "{0}rule/shop/nightly arn:aws:lambda:eu-central-1:111122223333:function:f")]
    [InlineData("events", "CreateEventBus", """{"name":"shop"}""", "null", "{0}event-bus/shop")]
    [InlineData("route53", "ChangeResourceRecordSets", """{"hostedZoneId":"/hostedzone/Z1"}""", "null", "arn:aws:route53:::hostedzone/Z1")]
    [InlineData("route53", "AssociateVPCWithHostedZone", """{"hostedZoneId":"Z1","vPC":{"vPCId":"vpc-1","vPCRegion":"us-east-1"}}""", "null", "arn:aws:route53:::hostedzone/Z1 arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1")]
    [InlineData("elasticloadbalancing", "RegisterTargets", """{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/web/0a","targets":[{"id":"i-1"},{"id":"10.0.0.7"}]}""", "null", "{0}targetgroup/web/0a arn:aws:ec2:eu-central-1:111122223333:instance/i-1")]
    [InlineData("elasticloadbalancing", "DeleteLoadBalancer", """{"loadBalancerName":"classic"}""", "null", "{0}loadbalancer/classic")]
    public void MessagingAndNetwork(string service, string action, string request, string response, string expected) => Names(service, action, request, response, expected);

    [Theory]
    [InlineData("cloudtrail", "StopLogging", """{"name":"main"}""", "null", "{0}trail/main")]
    [InlineData("cloudtrail", "CreateTrail", """{"name":"main","s3BucketName":"logs"}""", """{"name":"main","trailARN":"arn:aws:cloudtrail:eu-central-1:111122223333:trail/main"}""", "{0}trail/main arn:aws:s3:::logs")]
    [InlineData("cloudtrail", "CreateEventDataStore", """{"name":"lake"}""", "null", "lake")]
    [InlineData("config", "StopConfigurationRecorder", """{"configurationRecorderName":"default"}""", "null", "default")]
    [InlineData("config", "PutDeliveryChannel", """{"deliveryChannel":{"name":"default","s3BucketName":"logs"}}""", "null", "default arn:aws:s3:::logs")]
    [InlineData("cloudformation", "CreateStack", """{"stackName":"web","roleARN":"arn:aws:iam::111122223333:role/cfn"}""", """{"stackId":"arn:aws:cloudformation:eu-central-1:111122223333:stack/web/6ecc"}""", "{0}stack/web/6ecc web arn:aws:iam::111122223333:role/cfn")]
    [InlineData("ssm", "PutParameter", """{"name":"/prod/key","value":"HIDDEN_DUE_TO_SECURITY_REASONS"}""", "null", "{0}parameter/prod/key")]
    [InlineData("ssm", "DeleteParameters", """{"names":["a","/b/c"]}""", "null", "{0}parameter/a {0}parameter/b/c")]
    [InlineData("ssm", "SendCommand", """{"documentName":"AWS-RunShellScript","instanceIds":["i-1","mi-2"]}""", "null", "arn:aws:ssm:eu-central-1::document/AWS-RunShellScript arn:aws:ec2:eu-central-1:111122223333:instance/i-1 {0}managed-instance/mi-2")]
    [InlineData("ssm", "ModifyDocumentPermission", """{"name":"Patch"}""", "null", "{0}document/Patch")]
    [InlineData("ssm", "StartSession", """{"target":"i-1"}""", """{"sessionId":"alice-0a"}""", "arn:aws:ec2:eu-central-1:111122223333:instance/i-1 {0}session/alice-0a")]
    [InlineData("logs", "DeleteLogStream", """{"logGroupName":"/aws/lambda/f","logStreamName":"2026"}""", "null", "{0}log-group:/aws/lambda/f {0}log-group:/aws/lambda/f:log-stream:2026")]
    [InlineData("monitoring", "DeleteAlarms", """{"alarmNames":["cpu"]}""", "null", "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:cpu")]
    [InlineData("bedrock", "InvokeModel", """{"modelId":"anthropic.claude-v2"}""", "null", "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-v2")]
    [InlineData("bedrock", "Converse", """{"modelId":"eu.anthropic.claude-v2"}""", "null", "{0}inference-profile/eu.anthropic.claude-v2")]
    [InlineData("bedrock", "DeleteAgentAlias", """{"agentId":"AG","agentAliasId":"AL"}""", "null", "{0}agent/AG {0}agent-alias/AG/AL")]
    [InlineData("guardduty", "DeleteIPSet", """{"detectorId":"d1","ipSetId":"s1"}""", "null", "{0}detector/d1 {0}detector/d1/ipset/s1")]
    public void OperationsAndOthers(string service, string action, string request, string response, string expected) => Names(service, action, request, response, expected);

    private static void Names(string service, string action, string request, string response, string expected)
    {
        var here = Here.Replace("{0}", service, StringComparison.Ordinal);

        Assert.Equal(expected.Replace("{0}", here, StringComparison.Ordinal), new ResourceRecord(service, action, request, response).Found());
    }
}
