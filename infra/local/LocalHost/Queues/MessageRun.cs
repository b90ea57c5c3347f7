using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>One received message: run, and then deleted, released or poisoned.</summary>
internal sealed partial class MessageRun(
    FunctionDefinition function,
    TriggerQueue queue,
    QueueSettings settings,
    HostTimes times,
    Invoker invoker,
    RunningWork work,
    ILogger log)
{
    public async Task HandleAsync(QueueMessage message)
    {
        try
        {
            if (message.DequeueCount <= settings.MaxDequeueCount
                && MessageText.TryDecode(message.Body, settings.MessageEncoding, out var text))
                await RunAsync(message, text);
            else
                await PoisonAsync(message, message.PopReceipt);
        }
        catch (Exception away) when (StorageFault.Is(away)) // It comes back when its lease is over.
        {
            LogUnsettled(function.Name, message.MessageId, away);
        }
    }

    private async Task RunAsync(QueueMessage message, string text)
    {
        using var lease = new MessageLease(queue.Client, message, times, log);
        var succeeded = await InvokeAsync(message, text);
        var popReceipt = await lease.EndAsync();

        if (succeeded)
            await queue.DeleteAsync(message, popReceipt);
        else if (message.DequeueCount >= settings.MaxDequeueCount && !work.Ending.IsCancellationRequested)
            await PoisonAsync(message, popReceipt);
        else
            await queue.ReleaseAsync(message, popReceipt, settings.VisibilityTimeout);
    }

    private async Task<bool> InvokeAsync(QueueMessage message, string text)
    {
        try
        {
            LogStart(function.Name, message.MessageId, message.DequeueCount);
            await invoker.InvokeAsync(function, text, work.Ending);
            return true;
        }
        catch (OperationCanceledException) when (work.Ending.IsCancellationRequested)
        {
            LogEnded(function.Name, message.MessageId);
            return false;
        }
        catch (Exception failure) // The edge of an invocation: functions may throw anything.
        {
            LogFailure(function.Name, message.MessageId, message.DequeueCount, failure);
            return false;
        }
    }

    private async Task PoisonAsync(QueueMessage message, string popReceipt)
    {
        LogPoison(function.Name, message.MessageId, message.DequeueCount);
        await queue.PoisonAsync(message, popReceipt);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function} runs for message {MessageId}, dequeue count {DequeueCount}")]
    private partial void LogStart(string function, string messageId, long dequeueCount);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function} was told to end; message {MessageId} stays in the queue")]
    private partial void LogEnded(string function, string messageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed for message {MessageId}, dequeue count {DequeueCount}")]
    private partial void LogFailure(string function, string messageId, long dequeueCount, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: message {MessageId} goes to the poison queue, dequeue count {DequeueCount}")]
    private partial void LogPoison(string function, string messageId, long dequeueCount);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage did not take what became of message {MessageId} for {Function}")]
    private partial void LogUnsettled(string function, string messageId, Exception away);
}
