namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>One line of a resource table: which value of a record names a resource, and what its ARN looks like.</summary>
/// <param name="Path">
/// Member names from <c>request</c> (requestParameters) or <c>response</c> (responseElements) on, with dots between them.
/// <c>*</c> stands for either of the two, and further on for any one name. Lists are walked through and not written.
/// </param>
/// <param name="Template">
/// The ARN with its holes, see <see cref="ArnTemplate"/>: whole, or what follows the <see cref="ServiceRules.Arn"/> of the service.
/// <see cref="Given"/> takes the value as it stands. A value that is an ARN already is always taken as it stands.
/// </param>
/// <param name="Action">Parts of event names, with <c>|</c> between them: one must stand in the action's name. Null for every action.</param>
/// <param name="Value">What the value must be: a text, <c>prefix*</c> or <c>*part*</c>. Null for any. An ARN fits always.</param>
internal readonly record struct ResourceRule(string Path, string Template, string? Action = null, string? Value = null)
{
    public const string Given = "";

    /// <summary>For <see cref="Value"/>: nothing but an ARN.</summary>
    public const string Arn = "arn:*";
}

/// <summary>
/// The rules of one service. Of several rules for one value the first that fits counts.
/// </summary>
/// <param name="Service">The event source without <c>.amazonaws.com</c>.</param>
internal sealed record ServiceRules(string Service, params IReadOnlyList<ResourceRule> Rules)
{
    /// <summary>The beginning of the service's ARNs: regional and of the account, unless it says otherwise.</summary>
    public string Arn { get; init; } = $"arn:{{partition}}:{Service}:{{region}}:{{account}}:";
}
