using Azure.Storage.Queues;

namespace Parley.Functions.Storage;

/// <summary>A queue and its poison queue.</summary>
public abstract class Messages(QueueClient queue, QueueClient poison)
{
    // The default of seven days would lose work.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>Sends a message on as it is.</summary>
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation = default) =>
        queue.SendMessageAsync(message, delay, Forever, cancellation);

    public Task SendPoisonAsync(string message, TimeSpan delay, CancellationToken cancellation = default) =>
        poison.SendMessageAsync(message, delay, Forever, cancellation);

    /// <summary>Messages in the queue, those delayed or being worked on included.</summary>
    public async Task<int> DepthAsync(CancellationToken cancellation) =>
        (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
}
