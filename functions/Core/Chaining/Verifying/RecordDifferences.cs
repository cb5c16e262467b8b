using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>Names the records by which two lists of leaves differ.</summary>
internal static class RecordDifferences
{
    /// <param name="named">Kind, the record's position (sealed position of lost ones, present position of others), a sentence.</param>
    public static void Find(Hash256[] was, Hash256[] found, Action<FindingKind, int, string> named)
    {
        var start = 0;
        while (start < was.Length && start < found.Length && was[start] == found[start])
        {
            start++;
        }

        var (wasEnd, foundEnd) = (was.Length, found.Length);
        while (wasEnd > start && foundEnd > start && was[wasEnd - 1] == found[foundEnd - 1])
        {
            wasEnd--;
            foundEnd--;
        }

        var lost = Positions(was, start, wasEnd);
        var extra = new List<int>();
        var kept = new List<(int Was, int Now)>();
        for (var now = start; now < foundEnd; now++)
        {
            if (lost.TryGetValue(found[now], out var places) && places.Count > 0)
            {
                kept.Add((places.Dequeue(), now));
            }
            else
            {
                extra.Add(now);
            }
        }

        foreach (var (before, now) in Displaced(kept))
        {
            named(FindingKind.RecordReordered, before, $"Record {before} stands at position {now} now.");
        }

        var missing = lost.Values.SelectMany(places => places).Order().ToList();

        // One lost and one new record between the same neighbours are one record changed.
        if (missing.Count == extra.Count)
        {
            foreach (var (before, now) in missing.Zip(extra))
            {
                named(FindingKind.RecordAltered, before, before == now ? $"Record {before} was changed." : $"Record {before} was changed and stands at position {now} now.");
            }

            return;
        }

        missing.ForEach(record => named(FindingKind.RecordMissing, record, $"Record {record} is missing."));
        extra.ForEach(record => named(FindingKind.RecordAdded, record, $"The record at position {record} was not sealed."));
    }

    private static Dictionary<Hash256, Queue<int>> Positions(Hash256[] leaves, int from, int to)
    {
        var positions = new Dictionary<Hash256, Queue<int>>();
        for (var i = from; i < to; i++)
        {
            if (!positions.TryGetValue(leaves[i], out var places))
            {
                positions[leaves[i]] = places = new Queue<int>();
            }

            places.Enqueue(i);
        }

        return positions;
    }

    /// <summary>All but a longest run that kept its order: the fewest records whose moving explains the rest.</summary>
    private static IEnumerable<(int Was, int Now)> Displaced(List<(int Was, int Now)> kept)
    {
        var tails = new List<int>();
        var before = new int[kept.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            var length = tails.FindIndex(tail => kept[tail].Was >= kept[i].Was);
            length = length < 0 ? tails.Count : length;
            before[i] = length == 0 ? -1 : tails[length - 1];
            if (length == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[length] = i;
            }
        }

        var inOrder = new HashSet<int>();
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = before[i])
        {
            inOrder.Add(i);
        }

        return kept.Where((_, i) => !inOrder.Contains(i));
    }
}
