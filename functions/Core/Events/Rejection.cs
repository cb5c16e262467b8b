namespace Sealtrail.Core.Events;

/// <summary>
/// A part of an object that did not become an event. Nothing is dropped: the bytes stay in the archive at
/// <paramref name="Offset"/> of the inflated content, and the object's block covers them.
/// </summary>
/// <param name="Index">The record's position among the object's records; null where the bytes are no record at all.</param>
/// <param name="Offset">Byte offset in the inflated content.</param>
/// <param name="Length">Bytes from the offset on.</param>
/// <param name="Reason">One sentence for a person: what is wrong and, where known, where exactly.</param>
public sealed record Rejection(ObjectSource Source, int? Index, long Offset, long Length, string Reason);
