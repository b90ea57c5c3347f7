using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Watching;

/// <summary>
/// Measures every minute how the queues stand. Also shows that the app runs at all: what only working measures is silent when nothing works,
/// and nobody hears a poison queue whose messages are not taken.
/// </summary>
public sealed class WatchQueues(ScenarioMessages scenarios, SweepMessages sweeps, QueueMetrics metrics, TimeProvider time, ILogger<WatchQueues> log)
{
    [Function(nameof(WatchQueues))]
    public async Task RunAsync([TimerTrigger("0 */1 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            await MeasureAsync(scenarios, StorageNames.ScenarioQueue, StorageNames.ScenarioPoisonQueue, cancellation);
            await MeasureAsync(sweeps, StorageNames.SweepQueue, StorageNames.SweepPoisonQueue, cancellation);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            log.MeasuringLater(fault);
        }
    }

    private async Task MeasureAsync(Messages messages, string queue, string poisonQueue, CancellationToken cancellation)
    {
        metrics.IsDeep(poisonQueue, await messages.PoisonDepthAsync(cancellation));
        metrics.IsDeep(queue, await messages.DepthAsync(cancellation));
        metrics.Waits(queue, await messages.HeadDueAtAsync(cancellation) is { } due ? time.GetUtcNow() - due : TimeSpan.Zero);
    }
}

internal static partial class WatchingLog
{
    [LoggerMessage(LogLevel.Information, "Storage is away; the queues are measured a minute later.")]
    public static partial void MeasuringLater(this ILogger log, Exception fault);
}
