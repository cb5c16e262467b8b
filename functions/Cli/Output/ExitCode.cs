namespace Sealtrail.Cli.Output;

internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The command worked, and found something a person must look at.</summary>
    public const int Findings = 1;
    public const int Usage = 2;
    public const int Failure = 3;
}

/// <summary>What the user asked for cannot be asked; told in one line.</summary>
internal sealed class UsageException(string message) : Exception(message);
