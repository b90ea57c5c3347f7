using Azure.Storage.Queues;
using Parley.Functions.Evaluating;

namespace Parley.Functions.Storage;

/// <summary>The queue <c>scenarios</c> and its poison queue.</summary>
public sealed class ScenarioMessages(QueueServiceClient queues, StorageNames names, TimeProvider time)
{
    // The default of seven days would lose work.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue = queues.GetQueueClient(names.Queue);
    private readonly QueueClient poison = queues.GetQueueClient(names.PoisonQueue);

    public Task SendAsync(ScenarioMessage message, TimeSpan delay = default, CancellationToken cancellation = default) =>
        SendAsync((message with { DueAt = time.GetUtcNow() + delay }).ToJson(), delay, cancellation);

    /// <summary>Sends a message on as it is.</summary>
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation = default) =>
        queue.SendMessageAsync(message, delay, Forever, cancellation);

    public Task SendPoisonAsync(string message, TimeSpan delay, CancellationToken cancellation = default) =>
        poison.SendMessageAsync(message, delay, Forever, cancellation);

    /// <summary>Messages in the queue, those delayed or being worked on included.</summary>
    public async Task<int> DepthAsync(CancellationToken cancellation) =>
        (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
}
