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
        // What waits in a deep queue is late, not lost. After the longest wait its depth says nothing any more: all that it holds may be of
        // others, or of a version that is not there.
        var now = time.GetUtcNow();
        var isDeep = await queue.DepthAsync(cancellation) >= options.DeepQueue;
        var due = isDeep ? now.AddMinutes(-options.LongestWaitMinutes) : now;
        await foreach (var row in outbox.DueAsync(due, cancellation).Take(options.RowsPerTick).WithCancellation(cancellation))
        {
            var sent = row.SentAt(now, options.LongestWaitMinutes);
            await TrySendAsync(row, sent.Sends, cancellation);
            // Sent before it is noted: what fails in between is sent twice, never not at all.
            await outbox.NoteAsync(sent, cancellation);
        }
    }

    private async Task TrySendAsync(OutboxRow row, int time, CancellationToken cancellation)
    {
        try
        {
            await queue.SendAsync(ScenarioMessage.For(row.Id, row.Generation, row.Traceparent), cancellation: cancellation);
            log.SentAgain(row.Id, time);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException && !StorageFault.IsTransient(unexpected, cancellation))
        {
            // Whatever is wrong with one, the others are sent.
            log.ResendFailed(row.Id, unexpected);
        }
    }
}
