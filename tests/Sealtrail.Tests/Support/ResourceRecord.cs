using System.Text;
using Sealtrail.Core.Enrichment;
using Sealtrail.Core.Events;

namespace Sealtrail.Tests.Support;

/// <summary>A record's call and the resources that Enrichment finds in it.</summary>
internal sealed record ResourceRecord(string Service, string Action, string Request = "null", string Response = "null")
{
    public string Account { get; init; } = "111122223333";

    public string Region { get; init; } = "eu-central-1";

    /// <summary>A JSON array.</summary>
    public string Resources { get; init; } = "null";

    public string Found() => string.Join(' ', Read());

    public IReadOnlyList<string> Read()
    {
        var tape = new JsonTape();
        var json = $$"""{"requestParameters":{{Request}},"responseElements":{{Response}},"resources":{{Resources}}}""";
        var status = tape.Read(Encoding.UTF8.GetBytes(json));
        return status == JsonReadStatus.Complete
            ? ResourceReader.Read(tape.Root, Service + ".amazonaws.com", Action, Account, Region)
            : throw new FormatException(json);
    }
}
