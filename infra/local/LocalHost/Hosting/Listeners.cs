using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>
/// All queue listeners and timers, stopped as the genuine host does it: running work first gets its time, during which polling goes on;
/// then listening stops and what still runs is told to end.
/// </summary>
internal sealed partial class Listeners(IReadOnlyList<IListener> listeners, RunningWork work, HostTimes times, ILogger<FunctionHost> log)
    : IHostedService, IAsyncDisposable
{
    private readonly CancellationTokenSource listening = new();
    private Task all = Task.CompletedTask;
    private bool disposed;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        all = Task.WhenAll(listeners.Select(listener => Task.Run(() => ListenAsync(listener), CancellationToken.None)));
        return Task.CompletedTask;
    }

    /// <summary>Takes nothing new; what runs goes on.</summary>
    public void Drain()
    {
        LogDrained();
        listening.Cancel();
    }

    /// <summary>The token fires when <see cref="HostTimes.RunningWork"/> is over, the time that Kestrel has taken included.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await work.IdleAsync(cancellationToken);
        await listening.CancelAsync();
        work.End();

        using var over = new CancellationTokenSource(times.CancelledWork);
        await Task.WhenAny(all, Task.Delay(Timeout.Infinite, over.Token));
        await work.IdleAsync(over.Token);
    }

    /// <summary>Ends what a host that could not start, its port being taken, has begun already.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return; // Known to the container twice, as itself and as a hosted service.
        disposed = true;
        await listening.CancelAsync();
        await Task.WhenAny(all, Task.Delay(times.CancelledWork));
        listening.Dispose();
    }

    private async Task ListenAsync(IListener listener)
    {
        try
        {
            await listener.ListenAsync(listening.Token);
        }
        catch (OperationCanceledException) when (listening.IsCancellationRequested)
        {
            // Told to stop.
        }
        catch (Exception bug) // The host's edge: without this a listener would end unseen.
        {
            LogBroken(listener.Function, bug);
        }

        LogEnded(listener.Function);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Drained: no more messages and timers are taken until this host is started again.")]
    private partial void LogDrained();

    [LoggerMessage(Level = LogLevel.Critical, Message = "Nothing starts {Function} any more: its listener ended")]
    private partial void LogBroken(string function, Exception bug);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Function}: listening ended")]
    private partial void LogEnded(string function);
}
