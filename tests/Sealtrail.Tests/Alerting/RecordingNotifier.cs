using Sealtrail.Core.Alerting;

namespace Sealtrail.Tests.Alerting;

/// <summary>Keeps what it was given as "who+suppressed"; may fail at somebody, before it took the alert.</summary>
internal sealed class RecordingNotifier : INotifier
{
    public List<string> Received { get; } = [];

    public string? FailsAt { get; set; }

    public Task PublishAsync(Alert alert, AlertRepeats repeats, CancellationToken cancellation)
    {
        if (alert.Who == FailsAt)
        {
            throw new IOException("nobody answers");
        }

        Received.Add($"{alert.Who}+{repeats.Count}");
        return Task.CompletedTask;
    }
}
