namespace Sealtrail.Core.Events;

/// <summary>Who vouches for the tool of a call.</summary>
public enum ToolEvidence
{
    /// <summary>AWS says so: the service that made the call, a console session, a sign-in.</summary>
    Asserted,

    /// <summary>The user agent says so, which every caller writes himself.</summary>
    Claimed,
}

/// <summary>What a call was made with: <c>console</c>, <c>aws-cli</c>, <c>Terraform</c>, <c>AWS service</c>…</summary>
public sealed record Tool(string Name, ToolEvidence Evidence);
