using Azure.Storage.Queues;
using Parley.Functions.Sweeping;

namespace Parley.Functions.Storage;

/// <summary>The queue <c>sweeps</c> and its poison queue.</summary>
public sealed class SweepMessages(QueueServiceClient queues, StorageNames names, TimeProvider time)
    : Messages(queues.GetQueueClient(names.SweepMessages), queues.GetQueueClient(names.SweepPoisonMessages))
{
    /// <summary>Messages sent at a time.</summary>
    private const int Together = 16;

    public Task SendAsync(SweepMessage message, TimeSpan delay = default, CancellationToken cancellation = default) =>
        SendAsync((message with { DueAt = time.GetUtcNow() + delay }).ToJson(), delay, cancellation);

    protected override DateTimeOffset? DueAt(string message) => SweepMessage.Parse(message)?.DueAt;

    public Task SendAsync(IEnumerable<SweepMessage> messages, CancellationToken cancellation) => Parallel.ForEachAsync(
        messages,
        new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellation },
        async (message, stop) => await SendAsync(message, cancellation: stop));
}
