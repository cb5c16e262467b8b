using Sealtrail.Cli.Output;
using Sealtrail.Core.Parsing;

namespace Sealtrail.Cli.Commands;

/// <summary>What a replay was asked to do.</summary>
internal sealed record ReplaySettings(
    IReadOnlyList<string> Paths, string Store, IReadOnlyList<string> Rules, TimeSpan Window, int Readers, ParsingLimits Limits)
{
    /// <exception cref="UsageException">A value makes no sense; the message names the option.</exception>
    public void Validate()
    {
        Require(Window > TimeSpan.Zero, "--window must be at least 1");
        Require(Readers is >= 1 and <= 64, "--readers must be from 1 to 64");
        Require(Limits.InflatedBytes >= 1, "--max-inflated must be at least 1");
        Require(Limits.RecordBytes is >= 1 and <= 16 << 20, "--max-record must be from 1 to 16777216, the longest value of the ledger format");
        Require(Limits.Depth is >= 1 and <= 1000, "--max-depth must be from 1 to 1000");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new UsageException(message);
        }
    }
}
