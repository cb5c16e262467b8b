using System.Text;
using Sealtrail.Core.Events;

namespace Sealtrail.Core.Enrichment.Resources;

/// <summary>
/// An ARN with holes, read once at start:
/// <c>{}</c> the value, <c>{lower}</c> the value in lower case, <c>{-1}</c> and <c>{-2}</c> its last part between slashes and the one before;
/// <c>{partition}</c>, <c>{region}</c>, <c>{account}</c> of the event;
/// <c>{other}</c> another parameter that stands beside the value, which must be there and be no ARN; <c>{other.last}</c> its last part after
/// a slash, where it may be an ARN; <c>{other|text}</c> the text where it is absent (<c>$account</c>: the event's); <c>{other!text}</c>
/// counts the text as absent.
/// </summary>
internal sealed class ArnTemplate
{
    private readonly Hole[] _parts;

    public ArnTemplate(string text)
    {
        var parts = new List<Hole>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open != at)
            {
                parts.Add(new Hole(HoleKind.Text, text[at..(open < 0 ? text.Length : open)]));
            }

            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            parts.Add(Hole.Parse(text[(open + 1)..close]));
            at = close + 1;
        }

        _parts = [.. parts];
    }

    private enum HoleKind
    {
        Text,
        Value,
        Lower,
        Last,
        BeforeLast,
        Partition,
        Region,
        Account,
        Beside,
    }

    /// <returns>
    /// The ARN; the bare value where the event lacks the account or region that it needs; null where a parameter beside the value is missing.
    /// </returns>
    public string? Fill(string value, JsonValue beside, in ResourceContext context)
    {
        var texts = new string[_parts.Length];
        for (var i = 0; i < _parts.Length; i++)
        {
            var part = _parts[i];
            switch (part.Kind)
            {
                case HoleKind.Region when context.Region.Length == 0:
                case HoleKind.Account when context.Account.Length == 0:
                    return value;
                case HoleKind.Beside:
                    if (part.Beside(beside, context) is not { } other)
                    {
                        return null;
                    }

                    texts[i] = other;
                    break;
                default:
                    texts[i] = part.Simple(value, context);
                    break;
            }
        }

        return string.Concat(texts);
    }

    private sealed record Hole(HoleKind Kind, string Text)
    {
        private byte[] Name { get; init; } = [];

        private bool TakesLast { get; init; }

        private string? Default { get; init; }

        private string? Absent { get; init; }

        public static Hole Parse(string text) => text switch
        {
            "" => new Hole(HoleKind.Value, text),
            "lower" => new Hole(HoleKind.Lower, text),
            "-1" => new Hole(HoleKind.Last, text),
            "-2" => new Hole(HoleKind.BeforeLast, text),
            "partition" => new Hole(HoleKind.Partition, text),
            "region" => new Hole(HoleKind.Region, text),
            "account" => new Hole(HoleKind.Account, text),
            _ => ParseBeside(text),
        };

        public string Simple(string value, in ResourceContext context) => Kind switch
        {
            HoleKind.Value => value,
            HoleKind.Lower => value.ToLowerInvariant(),
            HoleKind.Last => FromEnd(value, 1),
            HoleKind.BeforeLast => FromEnd(value, 2),
            HoleKind.Partition => context.Partition,
            HoleKind.Region => context.Region,
            HoleKind.Account => context.Account,
            _ => Text,
        };

        public string? Beside(JsonValue beside, in ResourceContext context)
        {
            var text = beside[Name].Text;
            text = string.IsNullOrEmpty(text) || text == Absent ? null : text;
            if (text is null)
            {
                return Default == "$account" ? (context.Account.Length == 0 ? null : context.Account) : Default;
            }

            var isArn = text.StartsWith("arn:", StringComparison.Ordinal);
            return !isArn ? text : TakesLast ? FromEnd(text, 1) : null;
        }

        private static Hole ParseBeside(string text)
        {
            var mark = text.IndexOfAny(['|', '!']);
            var (name, argument) = mark < 0 ? (text, null) : (text[..mark], text[(mark + 1)..]);
            var takesLast = name.EndsWith(".last", StringComparison.Ordinal);
            return new Hole(HoleKind.Beside, text)
            {
                Name = Encoding.UTF8.GetBytes(takesLast ? name[..^5] : name),
                TakesLast = takesLast,
                Default = mark >= 0 && text[mark] == '|' ? argument : null,
                Absent = mark >= 0 && text[mark] == '!' ? argument : null,
            };
        }

        /// <summary>The part between slashes, counted from the end; empty where there are fewer.</summary>
        private static string FromEnd(string text, int place)
        {
            var end = text.Length;
            for (; place > 1 && end > 0; place--)
            {
                end = Math.Max(text.LastIndexOf('/', end - 1), 0);
            }

            return end == 0 ? "" : text[(text.LastIndexOf('/', end - 1) + 1)..end];
        }
    }
}
