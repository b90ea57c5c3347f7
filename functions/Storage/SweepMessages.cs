using Azure.Storage.Queues;
using Parley.Functions.Sweeping;

namespace Parley.Functions.Storage;

/// <summary>The queue <c>sweeps</c> and its poison queue.</summary>
public sealed class SweepMessages(QueueServiceClient queues, StorageNames names)
{
    /// <summary>Messages sent at a time.</summary>
    private const int Together = 16;

    // The default of seven days would lose work.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue = queues.GetQueueClient(names.SweepMessages);
    private readonly QueueClient poison = queues.GetQueueClient(names.SweepPoisonMessages);

    public Task SendAsync(SweepMessage message, TimeSpan delay = default, CancellationToken cancellation = default) =>
        SendAsync(message.ToJson(), delay, cancellation);

    /// <summary>Sends a message on as it is.</summary>
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation = default) =>
        queue.SendMessageAsync(message, delay, Forever, cancellation);

    public Task SendAsync(IEnumerable<SweepMessage> messages, CancellationToken cancellation) => Parallel.ForEachAsync(
        messages,
        new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellation },
        async (message, stop) => await SendAsync(message, cancellation: stop));

    public Task SendPoisonAsync(string message, TimeSpan delay, CancellationToken cancellation = default) =>
        poison.SendMessageAsync(message, delay, Forever, cancellation);

    /// <summary>Messages in the queue, those delayed or being worked on included.</summary>
    public async Task<int> DepthAsync(CancellationToken cancellation) =>
        (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
}
