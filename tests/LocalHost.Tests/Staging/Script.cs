using System.Collections.Concurrent;

namespace Parley.Local.Tests;

/// <summary>What the functions of a test do, and what they were called with.</summary>
public sealed class Script
{
    private int running;

    public ConcurrentQueue<string> Started { get; } = new();

    public ConcurrentQueue<string> Finished { get; } = new();

    public int MostAtOnce { get; private set; }

    public Func<string, CancellationToken, Task> Act { get; set; } = (_, _) => Task.CompletedTask;

    public async Task RunAsync(string call, CancellationToken cancellation)
    {
        lock (Started)
            MostAtOnce = Math.Max(MostAtOnce, ++running);
        Started.Enqueue(call);
        try
        {
            await Act(call, cancellation);
            Finished.Enqueue(call);
        }
        finally
        {
            lock (Started)
                running--;
        }
    }
}
