using Sealtrail.Core.Events;

namespace Sealtrail.Core.Indexing;

/// <summary>
/// Under which values an event is posted. A long name is posted under its last part alone, which keeps one posting for each
/// thing: who asks for the whole name finds the part's posting, and the events that do not fit are filtered out.
/// </summary>
internal sealed class LookupKeys
{
    private readonly Dictionary<Actor, string[]> _actors = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _short = new(StringComparer.Ordinal);
    private readonly List<(PostingKind Kind, string Value)> _keys = [];

    /// <summary>The keys of an event, each once; void after the next call.</summary>
    public List<(PostingKind Kind, string Value)> Of(AuditEvent e)
    {
        _keys.Clear();
        _keys.Add((PostingKind.All, ""));
        _keys.Add((PostingKind.Account, e.Account));
        _keys.Add((PostingKind.Region, $"{e.Account}/{ShortOnce(e.Region)}"));
        _keys.Add((PostingKind.Action, ShortOnce(e.Action)));
        foreach (var actor in ActorsOf(e.Actor))
        {
            _keys.Add((PostingKind.Actor, actor));
        }

        var resources = _keys.Count;
        foreach (var resource in e.Resources)
        {
            var key = (PostingKind.Resource, ShortOnce(resource));
            if (_keys.IndexOf(key, resources) < 0)
            {
                _keys.Add(key);
            }
        }

        if (e.Origin.Address is { } address)
        {
            _keys.Add((PostingKind.SourceAddress, address.ToLowerInvariant()));
        }

        if (e.Actor.AccessKey is { } accessKey)
        {
            _keys.Add((PostingKind.AccessKey, ShortOnce(accessKey)));
        }

        if (e.Outcome.Kind != OutcomeKind.Success)
        {
            _keys.Add((PostingKind.Failure, ""));
        }

        return _keys;
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

    private string[] ActorsOf(Actor actor)
    {
        if (!_actors.TryGetValue(actor, out var names))
        {
            names = [.. ActorNames(actor).Select(Short).Distinct(StringComparer.Ordinal)];
            _actors[actor] = names;
        }

        return names;
    }

    private string ShortOnce(string name)
    {
        if (!_short.TryGetValue(name, out var text))
        {
            _short[name] = text = Short(name);
        }

        return text;
    }
}
