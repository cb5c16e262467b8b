namespace Sealtrail.Core.Processing;

/// <summary>An object cannot be read a second time, or its bytes are not those of the first reading: it is given up for now.</summary>
internal sealed class ObjectUnreadableException(string message) : IOException(message);
