using System.Globalization;

namespace Sealtrail.Core.Enrichment.Labelling;

/// <summary>Why a label file is not accepted.</summary>
/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
public sealed record LabelProblem(string File, int Line, string Cause)
{
    public override string ToString() =>
        Line == 0 ? $"{File}: {Cause}" : string.Create(CultureInfo.InvariantCulture, $"{File}, line {Line}: {Cause}");
}
