using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

public sealed class ReceivePoison(PoisonReceiver receiver, Poison poison, ScenarioMessages queue)
{
    [Function(nameof(ReceivePoison))]
    public Task RunAsync([QueueTrigger(StorageNames.ScenarioPoisonQueue, Connection = "AzureWebJobsStorage")] string text, CancellationToken cancellation) =>
        receiver.ReceiveAsync(text, poison.DealWithAsync, queue, cancellation);
}
