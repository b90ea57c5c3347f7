using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>Runs one timer function on its schedule, for as long as this host holds the timer's lock.</summary>
internal sealed partial class TimerListener(
    FunctionDefinition function,
    TimerSchedule schedule,
    TimerLock timerLock,
    HostTimes times,
    Invoker invoker,
    RunningWork work,
    ILogger log) : IListener
{
    // Task.Delay takes no more than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private bool runAtOnce = ((TimerTriggerAttribute)function.Trigger).RunOnStartup;
    private DateTime last = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);

    public string Function => function.Name;

    private DateTime Now => times.Clock.GetUtcNow().UtcDateTime;

    public async Task ListenAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (await TryAcquireAsync(stopping) is not { } lease)
            {
                await Task.Delay(times.TimerLease / 2, times.Clock, stopping);
                continue;
            }

            using var holding = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var renewing = RenewAsync(lease, holding);
            await RunOnScheduleAsync(holding.Token);
            await holding.CancelAsync();
            await renewing;
            await ReleaseAsync(lease);
        }
    }

    private async Task RunOnScheduleAsync(CancellationToken holding)
    {
        while (!holding.IsCancellationRequested)
        {
            var due = runAtOnce ? Now : schedule.NextAfter(Now, last);
            runAtOnce = false;
            if (await WaitUntilAsync(due, holding))
                await work.TrackAsync(RunAsync(due));
        }
    }

    private async Task<bool> WaitUntilAsync(DateTime due, CancellationToken holding)
    {
        // The clock is read once a turn: read twice, a wait could be negative, which is an error or for ever.
        while (due - Now is var wait && wait > TimeSpan.Zero && !holding.IsCancellationRequested)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, times.Clock, holding)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !holding.IsCancellationRequested;
    }

    private async Task RunAsync(DateTime due)
    {
        var timer = new TimerInfo
        {
            ScheduleStatus = new() { Last = last, Next = schedule.NextAfter(Now, due), LastUpdated = last },
        };
        last = due;
        try
        {
            await invoker.InvokeAsync(function, timer, work.Ending);
        }
        catch (OperationCanceledException) when (work.Ending.IsCancellationRequested)
        {
            // Told to end.
        }
        catch (Exception failure) // The edge of an invocation: functions may throw anything.
        {
            LogFailure(function.Name, failure);
        }
    }

    private async Task<BlobLeaseClient?> TryAcquireAsync(CancellationToken stopping)
    {
        try
        {
            return await timerLock.TryAcquireAsync(stopping);
        }
        catch (Exception away) when (StorageFault.Is(away) && !stopping.IsCancellationRequested)
        {
            LogAway(function.Name, away);
            return null;
        }
    }

    /// <summary>Ends the holding when a renewal fails: from then on another host may have the lock.</summary>
    private async Task RenewAsync(BlobLeaseClient lease, CancellationTokenSource holding)
    {
        try
        {
            while (true)
            {
                await Task.Delay(times.TimerLease / 3, times.Clock, holding.Token);
                await lease.RenewAsync(cancellationToken: holding.Token);
            }
        }
        catch (OperationCanceledException) when (holding.IsCancellationRequested)
        {
            // No longer wanted.
        }
        catch (Exception away) when (StorageFault.Is(away))
        {
            LogAway(function.Name, away);
            await holding.CancelAsync();
        }
    }

    private async Task ReleaseAsync(BlobLeaseClient lease)
    {
        try
        {
            await lease.ReleaseAsync();
        }
        catch (Exception away) when (StorageFault.Is(away)) // It ends by itself.
        {
            LogAway(function.Name, away);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed")]
    private partial void LogFailure(string function, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lock of {Function} was not acquired, renewed or released; trying again")]
    private partial void LogAway(string function, Exception away);
}
