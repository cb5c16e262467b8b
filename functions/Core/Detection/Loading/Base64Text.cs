using System.Text;

namespace Sealtrail.Core.Detection.Loading;

/// <summary>The encodings of Sigma's <c>base64</c>, <c>base64offset</c> and UTF-16 modifiers.</summary>
internal static class Base64Text
{
    /// <param name="text">The plain value.</param>
    /// <param name="encoding">A UTF-16 modifier, or empty for UTF-8. <c>utf16</c> begins with a byte order mark.</param>
    public static byte[] Bytes(string text, string encoding) => encoding switch
    {
        "utf16le" or "wide" => Encoding.Unicode.GetBytes(text),
        "utf16be" => Encoding.BigEndianUnicode.GetBytes(text),
        "utf16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };

    /// <summary>
    /// What the bytes look like inside a longer Base64 text, at each of the three ways they can fall on its groups of three:
    /// the characters that hold bits of a neighbour are cut off.
    /// </summary>
    public static IReadOnlyList<string> Offsets(byte[] bytes)
    {
        var variants = new string[3];
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var start = before switch { 0 => 0, 1 => 2, _ => 3 };
            var cut = ((bytes.Length + before) % 3) switch { 0 => 0, 1 => 3, _ => 2 };
            variants[before] = text[start..^cut];
        }

        return variants;
    }
}
