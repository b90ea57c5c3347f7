using Azure;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>Polls one function's queue: without pause while there is work, ever more rarely while there is none.</summary>
internal sealed partial class QueueListener(
    string function,
    TriggerQueue queue,
    QueueSettings settings,
    HostTimes times,
    PollBackoff backoff,
    RunningWork work,
    MessageRun run,
    ILogger log) : IListener
{
    private readonly int newBatchThreshold = settings.NewBatchThresholdOn(Environment.ProcessorCount);

    private bool away;

    public string Function => function;

    public async Task ListenAsync(CancellationToken stopping)
    {
        var inFlight = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            var batch = await ReceiveAsync();
            if (batch.Length == 0)
            {
                await Task.Delay(backoff.Next(), times.Clock, stopping);
                continue;
            }

            backoff.Found();
            inFlight.AddRange(batch.Select(message => work.TrackAsync(Task.Run(() => run.HandleAsync(message), CancellationToken.None))));
            await AtMostAsync(newBatchThreshold, inFlight, stopping);
        }
    }

    private static async Task AtMostAsync(int count, List<Task> inFlight, CancellationToken stopping)
    {
        inFlight.RemoveAll(run => run.IsCompleted);
        while (inFlight.Count > count)
        {
            await Task.WhenAny(inFlight).WaitAsync(stopping);
            inFlight.RemoveAll(run => run.IsCompleted);
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            // Without the stopping token: messages on their way to a poll that was given up would be lost until their lease ends.
            var received = await queue.Polled.ReceiveMessagesAsync(settings.BatchSize, times.MessageLease, CancellationToken.None);
            away = false;
            return received.Value;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            if (!away)
                LogAway(queue.Polled.Name, failure);
            away = true;
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue {Queue} was not read, trying again")]
    private partial void LogAway(string queue, Exception failure);
}
