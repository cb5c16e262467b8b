using System.Collections.Immutable;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Alerting;

/// <summary>The matches that an alert stands for beside its own: how many, over what time, and a few of them.</summary>
/// <param name="First">The oldest event time; null where none has one.</param>
/// <param name="Examples">Who on what, at most <see cref="MostExamples"/>, each once.</param>
public sealed record AlertRepeats(long Count, DateTimeOffset? First, DateTimeOffset? Last, ImmutableArray<string> Examples)
{
    public const int MostExamples = 5;

    public static AlertRepeats None { get; } = new(0, null, null, []);

    public AlertRepeats With(AuditEvent e) => With(new AlertRepeats(1, e.Time, e.Time, [Example(e)]));

    public AlertRepeats With(AlertRepeats other) => new(
        Count + other.Count,
        First is null || other.First < First ? other.First ?? First : First,
        Last is null || other.Last > Last ? other.Last ?? Last : Last,
        Examples.Length == MostExamples ? Examples : [.. Examples.Concat(other.Examples).Distinct(StringComparer.Ordinal).Take(MostExamples)]);

    private static string Example(AuditEvent e) =>
        e.Resources.IsEmpty ? $"{e.Actor.Name} {e.ServiceName}:{e.Action}" : $"{e.Actor.Name} {e.ServiceName}:{e.Action} {e.Resources[0]}";
}
