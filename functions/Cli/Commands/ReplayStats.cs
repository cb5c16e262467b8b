using System.Diagnostics;
using System.Text.Json;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Processing;

namespace Sealtrail.Cli.Commands;

/// <summary>Measures a replay against the floor on the same files, in the same run, one core.</summary>
internal static class ReplayStats
{
    public static async Task PrintAsync(Terminal terminal, ReplayInput input, ReplaySummary summary, CancellationToken cancellation)
    {
        var seconds = Math.Max(summary.Elapsed.TotalSeconds, 0.001);
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        terminal.Note($"replay: {summary.Received / seconds:N0} records/s, {summary.BytesInflated / seconds / 1e6:N1} MB/s inflated, with the store's writes; peak memory {peak} MB");
        var objects = new List<Stream>();
        foreach (var (_, _, identify) in input.Objects())
        {
            objects.Add(await input.OpenAsync(identify(), cancellation));
        }

        try
        {
            var clock = Stopwatch.StartNew();
            var records = ThroughputFloor.Run(objects);
            var floor = records / Math.Max(clock.Elapsed.TotalSeconds, 0.001);
            terminal.Note($"floor: {floor:N0} records/s on one core (inflate, tokenise, hash, tree); the replay ran at {summary.Received / seconds / floor:P1} of it");
        }
        catch (Exception unfit) when (unfit is InvalidDataException or JsonException)
        {
            terminal.Note($"floor: not measured, because a file is not whole gzipped JSON: {Terminal.Safe(unfit.Message)}");
        }
        finally
        {
            objects.ForEach(stream => stream.Dispose());
        }
    }
}
