using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

public sealed class ReceiveSweepPoison(PoisonReceiver receiver, SweepPoison poison, SweepMessages queue)
{
    [Function(nameof(ReceiveSweepPoison))]
    public Task RunAsync([QueueTrigger(StorageNames.SweepPoisonQueue, Connection = "AzureWebJobsStorage")] string text, CancellationToken cancellation) =>
        receiver.ReceiveAsync(text, poison.DealWithAsync, queue, cancellation);
}
