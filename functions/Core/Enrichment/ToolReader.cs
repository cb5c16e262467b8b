using Sealtrail.Core.Enrichment.Tools;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment;

/// <summary>
/// Tells what a call was made with, and who says so. The user agent is the caller's own word, even where it is the name of a service;
/// that a service called, AWS says in <c>invokedBy</c> and <c>sourceIPAddress</c>.
/// </summary>
internal static class ToolReader
{
    public static Tool? Read(JsonValue record, string type, Actor actor, Origin origin)
    {
        if (type is "AwsConsoleSignIn" or "AwsConsoleAction")
        {
            return Asserted(ToolNames.Console);
        }

        if (actor.InvokedBy is { } service)
        {
            return Asserted(ToolNames.OfHost(service) ?? ToolNames.AwsService);
        }

        if (origin.Kind is OriginKind.AwsService or OriginKind.AwsInternal)
        {
            return Asserted(ToolNames.OfHost(origin.Address!) ?? ToolNames.AwsService);
        }

        var claimed = Claimed(origin.UserAgent);
        if (type == "AwsServiceEvent" && (origin.Kind == OriginKind.Absent || claimed is null))
        {
            return Asserted(ToolNames.AwsService);
        }

        // With credentials of the console, a command line or SDK is not the console but something else that has them: CloudShell,
        // or a thief. What is neither is the console, whose servers call under many names.
        var couldBeConsole = claimed is null or ToolNames.Console or ToolNames.AwsService;
        if (couldBeConsole && record["sessionCredentialFromConsole"u8].Boolean == true)
        {
            return Asserted(ToolNames.Console);
        }

        return claimed is null || (claimed == ToolNames.Console && IsAnybodysBrowser(record, actor)) ? null : new Tool(claimed, ToolEvidence.Claimed);
    }

    /// <summary>A link to an object opens in any browser: without credentials, or with those that its maker put into it.</summary>
    private static bool IsAnybodysBrowser(JsonValue record, Actor actor) =>
        actor.Account == "ANONYMOUS_PRINCIPAL" || record["additionalEventData"u8]["AuthenticationMethod"u8].TextIs("QueryString"u8);

    private static string? Claimed(string? userAgent) =>
        string.IsNullOrEmpty(userAgent) ? null : ToolNames.OfHost(userAgent.Trim('[', ']')) ?? UserAgentProducts.Tool(userAgent);

    private static Tool Asserted(string name) => new(name, ToolEvidence.Asserted);
}
