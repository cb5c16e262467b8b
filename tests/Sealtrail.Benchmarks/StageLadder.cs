using System.Diagnostics;
using System.Globalization;
using Sealtrail.Core.Chaining;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Enrichment;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Core.Parsing;
using Sealtrail.Core.Processing;

namespace Sealtrail.Benchmarks;

/// <summary>
/// The floor and each stage on top of the one before, on the same files, whole from disk, one thread, warm, median of five.
/// Every rung counts its records, so that none can be fast by doing less.
/// </summary>
internal static class StageLadder
{
    private const int Runs = 5;

    private static readonly ParsingLimits Limits = new();

    // As in the pipeline, what a thread works with lives from file to file.
    private static readonly JsonTape Tape = new();
    private static readonly RecordShape Shape = new();
    private static readonly ActorCache Actors = new();
    private static readonly LeafHasher Hasher = new();
    private static readonly RuleSet Rules = RuleSet.Load(RuleSet.BuiltIn(examples: false));
    private static readonly RuleMatcher Matcher = new(Rules);
    private static readonly ObjectProcessor Processor = new(new Files(), Rules, Limits);

    public static async Task RunAsync(string folder, string? only)
    {
        var files = Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        (string Name, Func<string, Task<long>> Run)[] rungs =
        [
            ("floor", file => Task.FromResult(Floor(file))),
            ("parse", file => Task.FromResult(Records(file, enrich: false, hash: false, match: false))),
            ("+ enrich", file => Task.FromResult(Records(file, enrich: true, hash: false, match: false))),
            ("+ hash", file => Task.FromResult(Records(file, enrich: true, hash: true, match: false))),
            ("+ rules", file => Task.FromResult(Records(file, enrich: true, hash: true, match: true))),
            ("whole path", file => WholeAsync(file, keys: false)),
            ("+ index keys", file => WholeAsync(file, keys: true)),
        ];
        Console.WriteLine($"{files.Length} files, {files.Sum(file => new FileInfo(file).Length) / 1e6:N1} MB; {Rules.Rules.Length} rules; median of {Runs}");
        Console.WriteLine("| stage | records/s | µs a record | of the floor | KB allocated a record |");
        Console.WriteLine("|---|---|---|---|---|");
        var floor = 0.0;
        foreach (var (name, run) in rungs.Where(rung => only is null || rung.Name == "floor" || rung.Name.EndsWith(only, StringComparison.Ordinal)))
        {
            var (records, seconds, allocated) = await MeasureAsync(files, run);
            floor = name == "floor" ? seconds : floor;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {records / seconds:N0} | {seconds * 1e6 / records:N2} | {floor / seconds:P0} | {allocated / 1024.0 / records:N2} |"));
        }
    }

    private static async Task<(long Records, double Seconds, long Allocated)> MeasureAsync(string[] files, Func<string, Task<long>> run)
    {
        var (times, records, allocated) = (new List<double>(), 0L, 0L);
        for (var i = 0; i <= Runs; i++)
        {
            var before = GC.GetTotalAllocatedBytes();
            var clock = Stopwatch.StartNew();
            var passed = 0L;
            foreach (var file in files)
            {
                passed += await run(file);
            }

            if (i > 0)
            {
                times.Add(clock.Elapsed.TotalSeconds);
            }

            records = i == 0 || records == passed ? passed : throw new InvalidOperationException($"{passed} records, and {records} before");
            allocated = GC.GetTotalAllocatedBytes() - before;
        }

        times.Sort();
        return (records, times[Runs / 2], allocated);
    }

    private static long Floor(string file)
    {
        using var stream = new MemoryStream(File.ReadAllBytes(file));
        return ThroughputFloor.Run([stream]);
    }

    private static long Records(string file, bool enrich, bool hash, bool match)
    {
        using var stream = new MemoryStream(File.ReadAllBytes(file));
        using var reader = new RecordReader(stream, Limits, Tape);
        using var root = new MerkleRoot();
        var (records, kept) = (0L, 0L);
        while (reader.MoveNext())
        {
            var record = Shape.Unwrap(reader.Tape.Root, out _);
            var facts = EventParser.Parse(record, out _);
            if (facts is null)
            {
                continue;
            }

            records++;
            if (enrich)
            {
                var (actor, origin) = (Actors.Read(record), OriginReader.Read(record));
                kept += ToolReader.Read(record, facts.Type, actor, origin)?.Name.Length ?? 0;
                kept += ResourceReader.Read(record, facts.Service, facts.Action, facts.Account, facts.Region).Length;
            }

            if (hash)
            {
                root.Append(Hasher.Hash(reader.Bytes));
            }

            kept += match ? Matcher.Match(record).Count : 0;
        }

        return kept < 0 ? 0 : records;
    }

    private static async Task<long> WholeAsync(string file, bool keys)
    {
        var read = await Processor.ReadAsync(ObjectSource.Create("file", "", file, ""), CancellationToken.None);
        return keys && PostingBuilder.Build(read.Records!.Select(record => new IndexedEvent(record.Event, 0))).Count == 0
            ? 0
            : read.Received - read.Rejected;
    }

    private sealed class Files : IObjectArchive
    {
        public async Task<Stream> OpenAsync(ObjectSource source, CancellationToken cancellation) =>
            new MemoryStream(await File.ReadAllBytesAsync(source.Key, cancellation), writable: false);
    }
}
