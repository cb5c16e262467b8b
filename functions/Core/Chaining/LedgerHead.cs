using Sealtrail.Core.Events;

namespace Sealtrail.Core.Chaining;

/// <summary>Where the chain ends: how many blocks it has, and the leaf hash of the last. The default is the empty ledger.</summary>
public readonly record struct LedgerHead(long Size, Hash256 LeafHash);
