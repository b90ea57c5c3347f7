using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Answers the messages that ask for work on a sweep.</summary>
public sealed class EvaluateSweep(
    ChunkAttempts chunks,
    SweepUpkeep upkeep,
    SweepMessages queue,
    DeadLetterTable deadLetters,
    ScenarioMetrics metrics,
    TimeProvider time,
    ILogger<EvaluateSweep> log)
{
    [Function(nameof(EvaluateSweep))]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.SweepQueue, Connection = "AzureWebJobsStorage")] string text, CancellationToken cancellation)
    {
        if (SweepMessage.Parse(text) is { } message)
        {
            await EvaluateAsync(message, cancellation);
        }
        else if (SweepMessage.OtherSchemaOf(text) is { } schema)
        {
            // A host that stops sends it on nevertheless: given back, it would count as failed.
            await queue.SendAsync(text, Backoff.UntilUpgraded, CancellationToken.None);
            log.OtherSchema(schema);
        }
        else
        {
            await deadLetters.KeepAsync(text, "It is no message of ours.", scenario: null, cancellation);
            log.Unreadable();
        }
    }

    private async Task EvaluateAsync(SweepMessage message, CancellationToken cancellation)
    {
        using var span = Spans.Process(message);
        if (message.DueAt is { } due)
            metrics.Taken(StorageNames.SweepQueue, time.GetUtcNow() - due);
        try
        {
            if (message.Chunk is { } chunk)
                await chunks.MakeAsync(message, chunk, cancellation);
            else
                await upkeep.BringOnAsync(message, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await queue.SendAsync(message, cancellation: CancellationToken.None);
            span.Fail("stopping");
            log.Stopping(message.Sweep);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            await queue.SendAsync(message with { Attempt = message.Attempt + 1 }, Backoff.After(message.Attempt + 1), CancellationToken.None);
            span.Fail("storage_away");
            log.StorageAway(message.Sweep, message.Attempt + 1, fault);
        }
    }
}
