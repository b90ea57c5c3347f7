using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>Answers the messages that ask for an evaluation.</summary>
public sealed class EvaluateScenario(
    Attempts attempts, ScenarioMessages queue, DeadLetterTable deadLetters, ScenarioMetrics metrics, TimeProvider time, ILogger<EvaluateScenario> log)
{
    [Function(nameof(EvaluateScenario))]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.ScenarioQueue, Connection = "AzureWebJobsStorage")] string text, CancellationToken cancellation)
    {
        if (ScenarioMessage.Parse(text) is { } message)
        {
            await EvaluateAsync(message, cancellation);
        }
        else if (ScenarioMessage.OtherSchemaOf(text) is { } schema)
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

    private async Task EvaluateAsync(ScenarioMessage message, CancellationToken cancellation)
    {
        using var span = Spans.Process(message);
        if (message.DueAt is { } due)
            metrics.Taken(StorageNames.ScenarioQueue, time.GetUtcNow() - due);
        try
        {
            await attempts.MakeAsync(message, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await queue.SendAsync(message, cancellation: CancellationToken.None);
            span.Fail("stopping");
            log.Stopping(message.Id);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            await queue.SendAsync(message with { Attempt = message.Attempt + 1 }, Backoff.After(message.Attempt + 1), CancellationToken.None);
            span.Fail("storage_away");
            log.StorageAway(message.Id, message.Attempt + 1, fault);
        }
    }
}
