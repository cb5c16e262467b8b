namespace Sealtrail.Core.Events;

public enum ContentKind
{
    /// <summary>Hash and size are of the inflated content (of a plain object: of the object itself).</summary>
    Inflated,

    /// <summary>Hash and size are of the object as it stands, because it does not inflate to its end.</summary>
    Raw,
}

/// <summary>The content line of a block.</summary>
public sealed record ContentDigest(ContentKind Kind, Hash256 Sha256, long Bytes);
