using Azure.Storage.Queues;
using Parley.Functions.Evaluating;

namespace Parley.Functions.Storage;

/// <summary>The queue <c>scenarios</c> and its poison queue.</summary>
public sealed class ScenarioMessages(QueueServiceClient queues, StorageNames names, TimeProvider time)
    : Messages(queues.GetQueueClient(names.Queue), queues.GetQueueClient(names.PoisonQueue))
{
    public Task SendAsync(ScenarioMessage message, TimeSpan delay = default, CancellationToken cancellation = default) =>
        SendAsync((message with { DueAt = time.GetUtcNow() + delay }).ToJson(), delay, cancellation);

    protected override DateTimeOffset? DueAt(string message) => ScenarioMessage.Parse(message)?.DueAt;
}
