using System.Collections.Immutable;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>The resources found so far, without repeats, and no more than an event should carry. Costs nothing while it is empty.</summary>
internal struct ResourceSet
{
    private const int Most = 20;

    /// <summary>ARNs are no longer than this (AWS General Reference).</summary>
    private const int Longest = 2048;

    /// <summary>A record may name one resource a hundred thousand times; looking ends long before.</summary>
    private const int MostLooks = 200;

    private ImmutableArray<string>.Builder? _found;
    private int _looks;

    public readonly bool IsEmpty => _found is null;

    public readonly bool IsFull => _found?.Count >= Most || _looks >= MostLooks;

    public void Add(string? resource)
    {
        _looks++;
        if (string.IsNullOrEmpty(resource) || resource.Length > Longest || IsFull || _found?.Contains(resource) == true)
        {
            return;
        }

        _found ??= ImmutableArray.CreateBuilder<string>(2);
        _found.Add(resource);
    }

    public readonly ImmutableArray<string> ToImmutable() => _found?.ToImmutable() ?? [];
}
