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
            var depth = await queue.DepthAsync(cancellation);
            await foreach (var due in outbox.DueAsync(time.GetUtcNow(), cancellation).Take(options.RowsPerTick).WithCancellation(cancellation))
                await LookAtAsync(due, depth, cancellation);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            log.LookingLater(fault);
        }
    }

    private async Task LookAtAsync(SweepOutboxRow due, int depth, CancellationToken cancellation)
    {
        try
        {
            await upkeep.LookAtAsync(due, depth, cancellation);
        }
        catch (InvalidDataException unreadable)
        {
            // Of another version, or damaged: it waits for a version that can read it, and keeps no other sweep waiting.
            log.RowUnreadable(due.Id, unreadable);
            await NoteAsync(due, cancellation);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException && !StorageFault.IsTransient(unexpected, cancellation))
        {
            // Whatever is wrong with one, the others are looked at.
            log.LookFailed(due.Id, unexpected);
            await NoteAsync(due, cancellation);
        }
    }

    private Task NoteAsync(SweepOutboxRow due, CancellationToken cancellation) =>
        outbox.NoteAsync(due.LookedAt(time.GetUtcNow(), due.Done, isWaiting: false, options.LongestWaitMinutes), cancellation);
}
