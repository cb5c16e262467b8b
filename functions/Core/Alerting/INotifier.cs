namespace Sealtrail.Core.Alerting;

/// <summary>
/// Brings alerts to people. Returns once the alert is in safe hands (SNS accepted it; the terminal was written to).
/// At least once: after an exception the same alert is published again, and the receiver may see it twice.
/// </summary>
public interface INotifier
{
    Task PublishAsync(Alert alert, AlertRepeats repeats, CancellationToken cancellation);
}
