using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Looks after the sweeps for which something is to be done, whose messages or workers may be lost.</summary>
public sealed class ResendSweeps(
    SweepOutbox outbox, SweepUpkeep upkeep, SweepMessages queue, OutboxOptions options, TimeProvider time, ILogger<ResendSweeps> log)
{
    [Function(nameof(ResendSweeps))]
    public async Task RunAsync([TimerTrigger("*/15 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            // What waits in a deep queue is late, not lost.
            var isDeep = await queue.DepthAsync(cancellation) >= options.DeepQueue;
            await foreach (var due in outbox.DueAsync(time.GetUtcNow(), cancellation).Take(options.RowsPerTick).WithCancellation(cancellation))
                await LookAtAsync(due, isDeep, cancellation);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            log.LookingLater(fault);
        }
    }

    private async Task LookAtAsync(SweepOutboxRow due, bool isDeep, CancellationToken cancellation)
    {
        try
        {
            await upkeep.LookAtAsync(due, isDeep, cancellation);
        }
        catch (InvalidDataException unreadable)
        {
            // Of another version, or damaged: it waits for a version that can read it, and keeps no other sweep waiting.
            log.RowUnreadable(due.Id, unreadable);
            await outbox.NoteAsync(due.LookedAt(time.GetUtcNow(), due.Done, options.LongestWaitMinutes), cancellation);
        }
    }
}
