using Sealtrail.Core.Events;

namespace Sealtrail.Tests.Support;

/// <summary>
/// A sealed and indexed archive of six small objects, for somebody to damage: a, b, d and e hold records, e some of a's again;
/// cut does not inflate, digest holds none.
/// </summary>
internal sealed class SealedDay : IDisposable
{
    public const int Blocks = 6;

    private readonly Dictionary<string, List<string>> _records = [];

    private SealedDay() => Store = new TempStore().Hasty();

    public TempStore Store { get; }

    public static async Task<SealedDay> CreateAsync()
    {
        var day = new SealedDay();
        await new PipelineRun(day.Store).RunAsync(
            day.Add("a", Numbers(0, 6)),
            day.Add("b", Numbers(10, 8)),
            day.Store.Archive.Add("cut", Gzip.Of(Records.File(20, 3) + new string(' ', 100_000))[..^9]),
            day.Add("d", Numbers(30, 7)),
            day.Store.Archive.Add("digest", Digest),
            day.Add("e", [.. Numbers(1, 2), .. Numbers(40, 3)]));
        return day;
    }

    public static string Digest => "{\"digestStartTime\":\"2026-11-10T00:00:00Z\"}";

    /// <summary>The file's content with its list of records changed.</summary>
    public void Change(string key, Action<List<string>> change)
    {
        var records = _records[key].ToList();
        change(records);
        Store.Archive.Add(key, Records.File(records));
    }

    public string Content(string key) => Records.File(_records[key]);

    public int Tamper(string sql, params object?[] values) => Store.Tamper(sql, values);

    public Task<IReadOnlyList<string>> FindingsAsync() => VerifyRun.FindingsAsync(Store);

    public void Dispose() => Store.Dispose();

    private static IEnumerable<string> Numbers(int from, int count) =>
        Enumerable.Range(from, count).Select(number => Records.Record(number, number % 4 == 3 ? "StopLogging" : "GetUser"));

    private ObjectSource Add(string key, IEnumerable<string> records)
    {
        _records[key] = [.. records];
        return Store.Archive.Add(key, Content(key));
    }
}
