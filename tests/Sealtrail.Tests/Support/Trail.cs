using System.Globalization;

namespace Sealtrail.Tests.Support;

/// <summary>
/// A made-up trail of any size, the same for the same seed: files of ten minutes each, one record in five delivered again in a
/// later file, a storm of alerts in the first minutes of every third hour, a rejected record and an unreadable file now and then.
/// </summary>
internal sealed class Trail(int seed)
{
    private static readonly DateTime Start = new(2026, 11, 10, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Quiet = ["ec2:DescribeInstances", "s3:GetObject", "sts:AssumeRole", "kms:Decrypt", "logs:PutLogEvents", "dynamodb:Query"];
    private static readonly string[] Loud = ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "guardduty:DeleteDetector", "config:StopConfigurationRecorder"];

    private readonly Random _random = new(seed);
    private readonly List<string> _delivered = [];

    public void Write(string folder, int files, int records)
    {
        Directory.CreateDirectory(folder);
        for (var file = 0; file < files; file++)
        {
            var bytes = Gzip.Of(Records.File(File(file, records)));
            System.IO.File.WriteAllBytes(Path.Combine(folder, $"{file:d5}.json.gz"), file % 40 == 17 ? bytes[..^50] : bytes);
        }
    }

    private List<string> File(int file, int records)
    {
        var list = new List<string>(records);
        for (var i = 0; i < records; i++)
        {
            list.Add(_delivered.Count > 0 && _random.Next(5) == 0 ? _delivered[_random.Next(_delivered.Count)] : Record(file));
        }

        if (file % 10 == 3)
        {
            list[_random.Next(records)] = "{\"note\":\"no record\"}";
        }

        _delivered.AddRange(list.Where(record => record.Length > 100).Take(50));
        return list;
    }

    private string Record(int file)
    {
        // Storms of one key are over within the hour and hours apart: which alert suppresses a match is not a question of order.
        var loud = file % 18 < 5 && _random.Next(12) == 0;
        var call = (loud ? Loud[_random.Next(Loud.Length)] : Quiet[_random.Next(Quiet.Length)]).Split(':');
        var (user, name) = ($"user-{_random.Next(12)}", $"resource-{_random.Next(loud ? 3 : 400)}");
        var time = Start.AddMinutes(10 * file).AddSeconds(_random.Next(600)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var error = _random.Next(15) == 0 && !loud ? "\"errorCode\":\"ThrottlingException\"," : "";
        return $$"""
            {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDA{{user}}","arn":"arn:aws:iam::111122223333:user/{{user}}","accountId":"111122223333","accessKeyId":"AKIA{{user}}","userName":"{{user}}"},"eventTime":"{{time}}","eventSource":"{{call[0]}}.amazonaws.com","eventName":"{{call[1]}}","awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.{{_random.Next(250)}}","userAgent":"aws-cli/2.31",{{error}}"requestParameters":{"name":"{{name}}"},"responseElements":null,"eventID":"{{Id()}}","readOnly":{{(loud ? "false" : "true")}},"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
            """;
    }

    private string Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }
}
