using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Parley.Local;

/// <summary>A function's queue and the one for messages given up, <c>&lt;queue&gt;-poison</c>. Bodies pass undecoded.</summary>
internal sealed class TriggerQueue(QueueClient polled, QueueClient queue, QueueClient? poison)
{
    private const string PoisonSuffix = "-poison";

    // Left at the service's default a copy would vanish after seven days.
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    public QueueClient Client => queue;

    /// <summary>The same queue without retries of the client's own: the listener polls again anyway.</summary>
    public QueueClient Polled => polled;

    public static TriggerQueue Connect(string connectionString, string name)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        var once = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None, Retry = { MaxRetries = 0 } };
        return new(
            new QueueClient(connectionString, name, once),
            new QueueClient(connectionString, name, options),
            name.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : new QueueClient(connectionString, name + PoisonSuffix, options));
    }

    public async Task DeleteAsync(QueueMessage message, string popReceipt)
    {
        try
        {
            await queue.DeleteMessageAsync(message.MessageId, popReceipt);
        }
        catch (RequestFailedException failure) when (PopReceipt.IsStale(failure))
        {
            // Another run has it by now, and will delete it.
        }
    }

    public async Task ReleaseAsync(QueueMessage message, string popReceipt, TimeSpan visibilityTimeout)
    {
        try
        {
            await queue.UpdateMessageAsync(message.MessageId, popReceipt, visibilityTimeout: visibilityTimeout);
        }
        catch (RequestFailedException failure) when (PopReceipt.IsStale(failure))
        {
            // As above.
        }
    }

    public async Task PoisonAsync(QueueMessage message, string popReceipt)
    {
        if (poison is null)
            return; // A poison queue has none: it comes back when its lease is over.
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body, timeToLive: ForEver);
        await DeleteAsync(message, popReceipt);
    }
}
