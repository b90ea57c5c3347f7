using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>Keeps a received message invisible to others while its function runs. Each renewal gives a new pop receipt.</summary>
internal sealed partial class MessageLease : IDisposable
{
    private readonly QueueClient queue;
    private readonly string messageId;
    private readonly HostTimes times;
    private readonly ILogger log;
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;
    private string popReceipt;

    public MessageLease(QueueClient queue, QueueMessage message, HostTimes times, ILogger log)
    {
        this.queue = queue;
        this.times = times;
        this.log = log;
        messageId = message.MessageId;
        popReceipt = message.PopReceipt;
        renewing = RenewAsync();
    }

    /// <summary>Ends renewal and gives the newest pop receipt, the only one that still deletes the message.</summary>
    public async Task<string> EndAsync()
    {
        await ended.CancelAsync();
        await renewing;
        return popReceipt;
    }

    public void Dispose() => ended.Dispose();

    private async Task RenewAsync()
    {
        var wait = times.MessageLease / 2;
        while (await WaitAsync(wait))
        {
            try
            {
                var renewal = await queue.UpdateMessageAsync(messageId, popReceipt, visibilityTimeout: times.MessageLease);
                popReceipt = renewal.Value.PopReceipt;
                wait = times.MessageLease / 2;
                LogRenewed(messageId, queue.Name);
            }
            catch (RequestFailedException gone) when (PopReceipt.IsStale(gone))
            {
                LogLost(messageId, queue.Name);
                return;
            }
            catch (Exception away) when (StorageFault.Is(away))
            {
                wait = times.MessageLease / 10;
                LogNotRenewed(messageId, queue.Name, away);
            }
        }
    }

    private async Task<bool> WaitAsync(TimeSpan wait)
    {
        await Task.Delay(wait, times.Clock, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ended.IsCancellationRequested;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The lease on message {MessageId} of {Queue} was renewed")]
    private partial void LogRenewed(string messageId, string queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} of {Queue} is no longer ours; its run goes on")]
    private partial void LogLost(string messageId, string queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease on message {MessageId} of {Queue} was not renewed, trying again")]
    private partial void LogNotRenewed(string messageId, string queue, Exception away);
}
