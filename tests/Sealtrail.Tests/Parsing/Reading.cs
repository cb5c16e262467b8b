using System.Globalization;
using System.Text;
using Sealtrail.Core.Events;
using Sealtrail.Core.Parsing;
using Sealtrail.Tests.Support;

namespace Sealtrail.Tests.Parsing;

/// <summary>What <see cref="RecordReader"/> makes of an object, and no more: records and damage in their order.</summary>
internal sealed record Reading(IReadOnlyList<Reading.Item> Items, ContentDigest? Content, string? Nature)
{
    /// <param name="Index">-1 where the item is damage.</param>
    internal sealed record Item(int Index, long Offset, long Length, byte[] Bytes, string? Damage)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);
    }

    public IEnumerable<string> Records => Items.Where(item => item.Damage is null).Select(item => item.Text);

    public IEnumerable<string> Damage => Items.Where(item => item.Damage is not null).Select(item => item.Damage!);

    /// <summary>Records and damage on one line: <c>3 records, 1 damaged</c>.</summary>
    public string Count => string.Create(CultureInfo.InvariantCulture, $"{Records.Count()} records, {Damage.Count()} damaged");

    /// <summary>The numbers of <see cref="Support.Records"/> that came through, by the last digits of their ids.</summary>
    public IEnumerable<int> Numbers => Records.Where(text => text.Contains("\"eventID\":\"00000000-", StringComparison.Ordinal))
        .Select(text => int.Parse(text.AsSpan(text.IndexOf("00000000-0000-4000-8000-", StringComparison.Ordinal) + 24, 12), CultureInfo.InvariantCulture));

    public static Reading Of(string content, ParsingLimits? limits = null) => Of(Encoding.UTF8.GetBytes(content), limits);

    public static Reading OfGzip(string content) => Of(Gzip.Of(content));

    public static Reading Of(byte[] stored, ParsingLimits? limits = null) => Of(new MemoryStream(stored, writable: false), limits);

    public static Reading Of(Stream stored, ParsingLimits? limits = null)
    {
        using var reader = new RecordReader(stored, limits ?? new ParsingLimits());
        var items = new List<Item>();
        while (reader.MoveNext())
        {
            items.Add(new Item(reader.Index, reader.Offset, reader.Length, reader.IsRecord ? reader.Bytes.ToArray() : [], reader.Damage));
        }

        return new Reading(items, reader.Content, reader.Nature);
    }
}
