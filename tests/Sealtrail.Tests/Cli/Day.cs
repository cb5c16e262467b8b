using Sealtrail.Tests.Support;

namespace Sealtrail.Tests.Cli;

/// <summary>The samples of the repository, replayed once into a store for the tests of a class.</summary>
public sealed class Day : IDisposable
{
    private readonly CliFolder _folder = new();

    public Day()
    {
        Replay = _folder.Run("replay", Repository.Path("events"));
    }

    internal CliRun Replay { get; }

    internal string Store => _folder.Store;

    internal CliRun Run(params string[] arguments) => _folder.Run(arguments);

    public void Dispose() => _folder.Dispose();
}
