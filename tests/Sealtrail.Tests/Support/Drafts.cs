using System.Security.Cryptography;
using System.Text;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Events;

namespace Sealtrail.Tests.Support;

/// <summary>Objects to be sealed, told of by invented hashes.</summary>
internal static class Drafts
{
    public static BlockDraft Of(string key, string content = "") => new(
        ObjectSource.Create("s3", "trail", key, "v1"),
        new ContentDigest(ContentKind.Inflated, Hash(key + content), 100 + content.Length),
        3, Hash("root" + key + content), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));

    public static BlockDraft[] Many(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => Of($"{prefix}/{i:d3}.json.gz"))];

    public static Hash256 Hash(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
