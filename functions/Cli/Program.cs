using System.CommandLine;
using Sealtrail.Cli.Commands;
using Sealtrail.Cli.Output;

return await CommandLine.RunAsync(args);

/// <summary>Parses and runs; a user's mistake is one line on standard error, never a stack trace.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"sealtrail: {error.Message}");
            }

            await Console.Error.WriteLineAsync("sealtrail: see 'sealtrail --help'");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException mistake)
        {
            await Console.Error.WriteLineAsync($"sealtrail: {mistake.Message}");
            return ExitCode.Usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"sealtrail: {failure.Message}");
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("sealtrail: stopped; run the same command again to go on where it stopped");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Root() => new("The audit trail that a cloud team can prove: seal, search, alert on and verify CloudTrail files.")
    {
        ReplayCommand.Create(),
        SearchCommand.Create(),
        ShowCommand.Create(),
        AlertsCommand.Create(),
        RejectedCommand.Create(),
        VerifyCommand.Create(),
        RulesCommand.Create(),
        DetectCommand.Create(),
    };
}
