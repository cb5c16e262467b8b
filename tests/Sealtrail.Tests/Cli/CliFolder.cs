using System.Text;
using Sealtrail.Tests.Support;

namespace Sealtrail.Tests.Cli;

/// <summary>A folder of a user's own, with files, rules and a store, and the command run on them.</summary>
internal sealed class CliFolder : IDisposable
{
    public const string StopRule =
        """
        title: Logging stopped
        id: 3e2b1a60-1111-4222-8333-444455556666
        logsource: {product: aws, service: cloudtrail}
        detection: {sel: {eventName: StopLogging}, condition: sel}
        level: high
        sealtrail: {next_steps: [Start it again.]}
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("sealtrail-cli-").FullName;

    public string Store => At("store.db");

    public string At(string name) => Path.Combine(_root, name);

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Runs a command on this folder's store.</summary>
    public CliRun Run(params string[] arguments) => CliRun.Run([.. arguments, "--store", Store]);

    public CliRun Run(byte[] input, params string[] arguments) => CliRun.Run(input, [.. arguments, "--store", Store]);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
