using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>Sends the messages of open scenarios again that have gone unanswered for too long.</summary>
public sealed class ResendOutbox(
    OutboxTable outbox, ScenarioMessages queue, OutboxOptions options, TimeProvider time, ILogger<ResendOutbox> log)
{
    [Function(nameof(ResendOutbox))]
    public async Task RunAsync([TimerTrigger("0 */1 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            await ResendAsync(cancellation);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            log.ResendingLater(fault);
        }
    }

    private async Task ResendAsync(CancellationToken cancellation)
    {
        // What waits in a deep queue is late, not lost.
        if (await queue.DepthAsync(cancellation) >= options.DeepQueue)
            return;

        var now = time.GetUtcNow();
        await foreach (var row in outbox.DueAsync(now, cancellation).Take(options.RowsPerTick).WithCancellation(cancellation))
        {
            // Sent before it is noted: what fails in between is sent twice, never not at all.
            await queue.SendAsync(ScenarioMessage.For(row.Id, row.Generation, row.Traceparent), cancellation: cancellation);
            var sent = row.SentAt(now, options.LongestWaitMinutes);
            await outbox.NoteAsync(sent, cancellation);
            log.SentAgain(row.Id, sent.Sends);
        }
    }
}
