namespace Sealtrail.Core.Processing;

/// <summary>An object's bytes are not those of its first reading: the archive broke its promise, and the object is given up for now.</summary>
public sealed class ObjectChangedException(string message) : IOException(message);
