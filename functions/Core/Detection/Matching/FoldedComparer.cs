namespace Sealtrail.Core.Detection.Matching;

/// <summary>
/// Compares texts as <see cref="LeafText.Fold"/> makes them equal, in lower case: <see cref="StringComparer.OrdinalIgnoreCase"/>
/// compares in upper case, and the two differ for letters such as the Kelvin sign. An index must never miss what a test matches.
/// </summary>
internal sealed class FoldedComparer : IEqualityComparer<string>
{
    public static FoldedComparer Instance { get; } = new();

    public bool Equals(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null && y is null;
        }

        if (x.Length != y.Length)
        {
            return false;
        }

        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] != y[i] && char.ToLowerInvariant(x[i]) != char.ToLowerInvariant(y[i]))
            {
                return char.IsSurrogate(x[i]) && x.ToLowerInvariant().AsSpan().SequenceEqual(y.ToLowerInvariant());
            }
        }

        return true;
    }

    /// <summary>Surrogates are left out: their case is told in pairs.</summary>
    public int GetHashCode(string obj)
    {
        unchecked
        {
            var hash = (uint)obj.Length;
            foreach (var c in obj)
            {
                hash = char.IsSurrogate(c) ? hash : (hash ^ char.ToLowerInvariant(c)) * 16777619;
            }

            return (int)hash;
        }
    }
}
