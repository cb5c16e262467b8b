using System.Collections.Immutable;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Detection.Matching;

/// <summary>A condition on a whole event. Immutable; safe for concurrent use.</summary>
internal abstract class EventTest
{
    public static EventTest Never { get; } = new AnyOf([]);

    /// <param name="record">The CloudTrail record.</param>
    /// <param name="leaf">Working space of the calling thread.</param>
    public abstract bool Matches(JsonValue record, LeafText leaf);

    /// <summary>
    /// Texts of which a field must be one (in any case) for this to match; null where nothing can be said.
    /// The index of rules rests on it, so it may be too wide but never too narrow.
    /// </summary>
    public virtual IReadOnlyCollection<string>? Requires(string field) => null;

    /// <summary>Why no CloudTrail record can ever match, in words for the rule's author; null where one might.</summary>
    public virtual string? Impossible => null;
}

internal sealed class AllOf(ImmutableArray<EventTest> tests) : EventTest
{
    public override bool Matches(JsonValue record, LeafText leaf)
    {
        foreach (var test in tests)
        {
            if (!test.Matches(record, leaf))
            {
                return false;
            }
        }

        return true;
    }

    public override IReadOnlyCollection<string>? Requires(string field) =>
        tests.Select(test => test.Requires(field)).Where(texts => texts is not null).MinBy(texts => texts!.Count);

    public override string? Impossible => tests.Select(test => test.Impossible).FirstOrDefault(reason => reason is not null);
}

internal sealed class AnyOf(ImmutableArray<EventTest> tests) : EventTest
{
    public override bool Matches(JsonValue record, LeafText leaf)
    {
        foreach (var test in tests)
        {
            if (test.Matches(record, leaf))
            {
                return true;
            }
        }

        return false;
    }

    public override IReadOnlyCollection<string>? Requires(string field)
    {
        var all = tests.Select(test => test.Requires(field)).ToList();
        return all.Contains(null) ? null : all.SelectMany(texts => texts!).ToHashSet(FoldedComparer.Instance);
    }

    public override string? Impossible => tests.Length > 0 && tests.All(test => test.Impossible is not null) ? tests[0].Impossible : null;
}

internal sealed class Not(EventTest test) : EventTest
{
    public override bool Matches(JsonValue record, LeafText leaf) => !test.Matches(record, leaf);
}
