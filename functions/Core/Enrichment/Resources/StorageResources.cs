using static Sealtrail.Core.Enrichment.Resources.ResourceRule;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>S3, DynamoDB, RDS, Secrets Manager and KMS.</summary>
internal static class StorageResources
{
    public static readonly ServiceRules[] All =
    [
        new(
            "s3",
            new("request.bucketName", "{}"),
            new("request.key", "{bucketName}/{}"),
            new("request.name", "arn:{partition}:s3:{region}:{account}:accesspoint/{}", Action: "AccessPoint"),
            new("request.jobId", "arn:{partition}:s3:{region}:{account}:job/{}")) { Arn = "arn:{partition}:s3:::" },
        new(
            "dynamodb",
            new("*.tableName", "table/{}"),
            new("request.tableArn", Given),
            new("request.sourceTableName", "table/{}"),
            new("request.targetTableName", "table/{}"),
            new("request.transactItems.*.tableName", "table/{}"),
            new("request.globalTableName", "arn:{partition}:dynamodb::{account}:global-table/{}"),
            new("request.backupArn", Given),
            new("request.exportArn", Given),
            new("request.s3Bucket", "arn:{partition}:s3:::{}"),
            new("response.tableDescription.tableArn", Given),
            new("response.backupDetails.backupArn", Given),
            new("response.exportDescription.exportArn", Given)),
        // RDS keeps identifiers in lower case, however they are asked for.
        new(
            "rds",
            new("*.dBInstanceIdentifier", "db:{lower}"),
            new("request.sourceDBInstanceIdentifier", "db:{lower}"),
            new("request.targetDBInstanceIdentifier", "db:{lower}"),
            new("request.newDBInstanceIdentifier", "db:{lower}"),
            new("*.dBClusterIdentifier", "cluster:{lower}"),
            new("request.sourceDBClusterIdentifier", "cluster:{lower}"),
            new("request.globalClusterIdentifier", "arn:{partition}:rds::{account}:global-cluster:{lower}"),
            new("*.dBSnapshotIdentifier", "snapshot:{lower}"),
            new("request.sourceDBSnapshotIdentifier", "snapshot:{lower}"),
            new("request.targetDBSnapshotIdentifier", "snapshot:{lower}"),
            new("*.dBClusterSnapshotIdentifier", "cluster-snapshot:{lower}"),
            new("request.sourceDBClusterSnapshotIdentifier", "cluster-snapshot:{lower}"),
            new("request.targetDBClusterSnapshotIdentifier", "cluster-snapshot:{lower}"),
            new("request.dBSubnetGroupName", "subgrp:{lower}"),
            new("request.dBParameterGroupName", "pg:{lower}"),
            new("request.dBClusterParameterGroupName", "cluster-pg:{lower}"),
            new("request.optionGroupName", "og:{lower}"),
            new("request.dBSecurityGroupName", "secgrp:{lower}"),
            new("request.subscriptionName", "es:{lower}"),
            new("request.dBProxyName", Given),
            new("request.resourceName", Given),
            new("request.sourceArn", Given),
            new("request.s3BucketName", "arn:{partition}:s3:::{}"),
            new("response.dBInstanceArn", Given),
            new("response.dBClusterArn", Given),
            new("response.dBSnapshotArn", Given),
            new("response.dBClusterSnapshotArn", Given)),
        // The ARN of a secret ends in six characters of chance, which a name does not tell.
        new(
            "secretsmanager",
            new("request.secretId", Given),
            new("request.secretIdList", Given),
            new("request.name", Given),
            new("response.arn", Given),
            new("response.aRN", Given)),
        new(
            "kms",
            new("*.keyId", "{}", Value: "alias/*"),
            new("*.keyId", "key/{}"),
            new("request.aliasName", "{}"),
            new("request.targetKeyId", "key/{}"),
            new("request.sourceKeyId", "key/{}"),
            new("request.destinationKeyId", "key/{}"),
            new("request.customKeyStoreId", Given),
            new("response.keyMetadata.arn", Given),
            new("response.keyMetadata.keyId", "key/{}"),
            new("response.replicaKeyMetadata.arn", Given)),
    ];
}
