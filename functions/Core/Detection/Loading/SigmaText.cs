using System.Text;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>
/// A Sigma string value, its escapes and wildcards told apart in one pass (specification 2.1, "Escaping"): a backslash before
/// <c>*</c>, <c>?</c> or a backslash makes that character plain; before anything else it is itself plain.
/// </summary>
internal sealed class SigmaText
{
    /// <summary>Hyphen, slash, en dash, em dash, horizontal bar: Sigma 2.1 on <c>windash</c>.</summary>
    public const string Dashes = "-/\u2013\u2014\u2015";

    private SigmaText(IReadOnlyList<Part> parts) => Parts = parts;

    internal enum Wildcard
    {
        None,

        /// <summary><c>*</c>: any text, the empty one too.</summary>
        Many,

        /// <summary><c>?</c>: exactly one character.</summary>
        One,

        /// <summary>Any of the dashes, or a slash (<c>windash</c>).</summary>
        Dash,
    }

    /// <param name="Text">Plain text; empty for a wildcard.</param>
    internal readonly record struct Part(Wildcard Wildcard, string Text);

    public IReadOnlyList<Part> Parts { get; }

    public bool IsPlain => Parts.All(part => part.Wildcard == Wildcard.None);

    /// <summary>The text of a value without wildcards.</summary>
    public string Plain => string.Concat(Parts.Select(part => part.Text));

    public static SigmaText Parse(string value)
    {
        var parts = new List<Part>();
        var plain = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is '*' or '?' or '\\')
            {
                plain.Append(value[++i]);
            }
            else if (value[i] is '*' or '?')
            {
                Flush();
                parts.Add(new Part(value[i] == '*' ? Wildcard.Many : Wildcard.One, ""));
            }
            else
            {
                plain.Append(value[i]);
            }
        }

        Flush();
        return new SigmaText(parts);

        void Flush()
        {
            if (plain.Length > 0)
            {
                parts.Add(new Part(Wildcard.None, plain.ToString()));
                plain.Clear();
            }
        }
    }

    /// <summary>Text without escapes and wildcards.</summary>
    public static SigmaText Literal(string text) => new(text.Length == 0 ? [] : [new Part(Wildcard.None, text)]);

    /// <summary>The same text with every dash and slash standing for any of them.</summary>
    public SigmaText WithAnyDash()
    {
        var parts = new List<Part>();
        foreach (var part in Parts)
        {
            var rest = part.Text.AsSpan();
            if (part.Wildcard != Wildcard.None)
            {
                parts.Add(part);
            }

            for (int dash; rest.Length > 0; rest = rest[(dash + 1)..])
            {
                dash = rest.IndexOfAny(Dashes);
                if (dash < 0)
                {
                    parts.Add(new Part(Wildcard.None, rest.ToString()));
                    break;
                }

                if (dash > 0)
                {
                    parts.Add(new Part(Wildcard.None, rest[..dash].ToString()));
                }

                parts.Add(new Part(Wildcard.Dash, ""));
            }
        }

        return new SigmaText(parts);
    }

    /// <summary>The same text with anything before or after it; added to the parsed form, so that no escape swallows it.</summary>
    public SigmaText Surrounded(bool before, bool after)
    {
        var many = new Part(Wildcard.Many, "");
        var parts = Parts.ToList();
        if (before && (parts.Count == 0 || parts[0] != many))
        {
            parts.Insert(0, many);
        }

        if (after && (parts.Count == 0 || parts[^1] != many))
        {
            parts.Add(many);
        }

        return new SigmaText(parts);
    }
}
