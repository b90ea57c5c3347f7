using System.Collections.Concurrent;

namespace Parley.Local;

/// <summary>The runs of queue and timer functions that are under way, with the token that tells them to end.</summary>
internal sealed class RunningWork : IDisposable
{
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private readonly CancellationTokenSource ending = new();

    public CancellationToken Ending => ending.Token;

    public async Task TrackAsync(Task work)
    {
        running.TryAdd(work, true);
        try
        {
            await work;
        }
        finally
        {
            running.TryRemove(work, out _);
        }
    }

    public void End() => ending.Cancel();

    /// <summary>Returns when nothing runs, or when it has waited long enough.</summary>
    public async Task IdleAsync(CancellationToken longEnough)
    {
        while (running.Keys.Where(work => !work.IsCompleted).ToArray() is { Length: > 0 } unfinished && !longEnough.IsCancellationRequested)
            await Task.WhenAny(Task.WhenAll(unfinished), Task.Delay(Timeout.Infinite, longEnough));
    }

    public void Dispose() => ending.Dispose();
}
