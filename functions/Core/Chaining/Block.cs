using System.Globalization;
using System.Text;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining;

/// <summary>One object of the archive in the ledger. README.md in this folder is its format.</summary>
public sealed record Block
{
    public const string Version = "sealtrail/block@v1";

    public required long Index { get; init; }

    /// <summary>The leaf hash of the block before; 32 zero bytes for the first.</summary>
    public required Hash256 Previous { get; init; }

    public required string Source { get; init; }

    public required ContentDigest Content { get; init; }

    public required long RecordCount { get; init; }

    public required Hash256 RecordsRoot { get; init; }

    /// <summary>The oldest readable event time; null, with <see cref="Newest"/>, where no record has one.</summary>
    public required DateTimeOffset? Oldest { get; init; }

    public required DateTimeOffset? Newest { get; init; }

    public required DateTimeOffset SealedAt { get; init; }

    public string ToText()
    {
        var text = new StringBuilder(512);
        var invariant = CultureInfo.InvariantCulture;
        text.Append(Version).Append('\n');
        text.Append(invariant, $"{Index}\n");
        text.Append(Previous.ToBase64()).Append('\n');
        text.Append(Source).Append('\n');
        text.Append(Content.Kind == ContentKind.Inflated ? "inflated" : "raw");
        text.Append(invariant, $" {Content.Sha256.ToHex()} {Content.Bytes}\n");
        text.Append(invariant, $"{RecordCount} {RecordsRoot.ToBase64()}\n");
        text.Append(Oldest is { } oldest && Newest is { } newest
            ? $"{TimeText.Seconds(oldest)} {TimeText.Seconds(newest)}\n"
            : "- -\n");
        return text.Append(TimeText.Milliseconds(SealedAt)).Append('\n').ToString();
    }
}
