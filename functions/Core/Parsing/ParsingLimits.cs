namespace Sealtrail.Core.Parsing;

/// <summary>What Parsing refuses rather than reads. The defaults are far above anything CloudTrail writes.</summary>
public sealed record ParsingLimits
{
    /// <summary>
    /// The ledger format's own bound on one JSON value (functions/Core/Chaining/README.md): no setting moves it,
    /// because writer and verifier must find the same records.
    /// </summary>
    internal const int LongestValue = 16 << 20;

    /// <summary>An object that inflates past this is sealed as it stands, without records.</summary>
    public long InflatedBytes { get; init; } = 4L << 30;

    /// <summary>A longer record is sealed but rejected. CloudTrail's own limit is 256 KB, 1 MB for a few services.</summary>
    public int RecordBytes { get; init; } = 4 << 20;

    /// <summary>A record nested deeper is sealed but rejected.</summary>
    public int Depth { get; init; } = 128;
}
