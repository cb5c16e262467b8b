using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>
/// Under which values an event is posted. A long name is posted under its last part alone, which keeps one posting for each
/// thing: who asks for the whole name finds the part's posting, and the events that do not fit are filtered out.
/// </summary>
internal static class LookupKeys
{
    public static IEnumerable<(PostingKind Kind, string Value)> Of(AuditEvent e)
    {
        yield return (PostingKind.All, "");
        yield return (PostingKind.Account, e.Account);
        yield return (PostingKind.Region, $"{e.Account}/{e.Region}");
        yield return (PostingKind.Action, e.Action.ToLowerInvariant());
        foreach (var actor in ActorNames(e.Actor).Select(Short).Distinct(StringComparer.Ordinal))
        {
            yield return (PostingKind.Actor, actor);
        }

        foreach (var resource in e.Resources.Select(Short).Distinct(StringComparer.Ordinal))
        {
            yield return (PostingKind.Resource, resource);
        }

        if (e.Origin.Address is { } address)
        {
            yield return (PostingKind.SourceAddress, address.ToLowerInvariant());
        }

        if (e.Actor.AccessKey is { } key)
        {
            yield return (PostingKind.AccessKey, key.ToLowerInvariant());
        }

        if (e.Outcome.Kind != OutcomeKind.Success)
        {
            yield return (PostingKind.Failure, "");
        }
    }

    /// <summary>All names an actor may be asked for by.</summary>
    public static IEnumerable<string> ActorNames(Actor actor) =>
        new[] { actor.Human?.Name, actor.SessionName, actor.Name, actor.Issuer, actor.SourceIdentity, actor.OnBehalfOf, actor.Arn, actor.InvokedBy }
            .OfType<string>();

    /// <summary>What stands after the last slash or colon, in lower case.</summary>
    public static string Short(string name)
    {
        var cut = name.AsSpan().TrimEnd("/:*").LastIndexOfAny('/', ':');
        return name[(cut + 1)..].ToLowerInvariant();
    }
}
