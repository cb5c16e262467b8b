namespace Sealtrail.Core.Detection;

/// <summary>Why a rule was refused, or what is odd about it.</summary>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
/// <param name="Construct">The key, modifier or word at fault.</param>
/// <param name="IsRefusal">The rule was not loaded. Otherwise it was, and this is a warning.</param>
public sealed record RuleProblem(string File, int Line, string Construct, string Message, bool IsRefusal)
{
    public override string ToString() => $"{File}:{Line}: {(IsRefusal ? "refused" : "warning")}: {Construct}: {Message}";
}

/// <summary>A file of rules, read by the caller.</summary>
public sealed record RuleFile(string Name, string Text);
