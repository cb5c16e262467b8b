using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment;

/// <summary>
/// Actors seen lately, by the bytes of their <c>userIdentity</c>: a session makes many calls, and each says the same of it.
/// Of bounded size; not safe for concurrent use.
/// </summary>
internal sealed class ActorCache
{
    private const int Slots = 1024;
    private const int LongestKept = 4096;

    private readonly (byte[] Identity, Actor Actor)[] _slots = new (byte[], Actor)[Slots];

    public Actor Read(JsonValue record)
    {
        // Sign-ins say more of the actor outside of its identity.
        var identity = record["userIdentity"u8];
        if (!identity.IsObject || identity.Raw.Length > LongestKept || record["additionalEventData"u8].IsObject)
        {
            return ActorReader.Read(record);
        }

        ref var slot = ref _slots[Slot(identity.Raw)];
        if (slot.Identity is null || !identity.Raw.SequenceEqual(slot.Identity))
        {
            slot = (identity.Raw.ToArray(), ActorReader.Read(record));
        }

        return slot.Actor;
    }

    private static int Slot(ReadOnlySpan<byte> identity)
    {
        unchecked
        {
            var hash = (uint)identity.Length;
            for (var i = 0; i < identity.Length; i += 7)
            {
                hash = (hash ^ identity[i]) * 16777619;
            }

            return (int)((hash ^ (hash >> 15)) & (Slots - 1));
        }
    }
}
