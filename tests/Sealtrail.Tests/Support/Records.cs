using System.Globalization;

namespace Sealtrail.Tests.Support;

/// <summary>CloudTrail records for tests.</summary>
internal static class Records
{
    /// <summary>A record by alice, unlike every other of another number.</summary>
    public static string Record(int number, string action = "DescribeInstances", string service = "ec2.amazonaws.com", string extra = "") =>
        $$"""
        {"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE","arn":"arn:aws:iam::111122223333:user/alice","accountId":"111122223333","accessKeyId":"AKIAEXAMPLE","userName":"alice"},"eventTime":"{{Time(number)}}","eventSource":"{{service}}","eventName":"{{action}}","awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.7","userAgent":"aws-cli/2.15","requestParameters":null,"responseElements":null,{{extra}}"eventID":"{{Id(number)}}","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """;

    public static string Id(int number) => $"00000000-0000-4000-8000-{number.ToString("d12", CultureInfo.InvariantCulture)}";

    /// <summary>One second apart.</summary>
    public static string Time(int number) =>
        new DateTime(2026, 11, 10, 8, 0, 0, DateTimeKind.Utc).AddSeconds(number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string File(params IEnumerable<string> records) => $$"""{"Records":[{{string.Join(',', records)}}]}""";

    public static string File(int from, int count) => File(Enumerable.Range(from, count).Select(number => Record(number)));
}
