using System.Collections.Concurrent;
using System.Diagnostics;

namespace Parley.Benchmarks.Load;

/// <summary>What the submitters of a round note down.</summary>
internal sealed class LoadTimes
{
    private int polls;

    public ConcurrentBag<double> Accepts { get; } = [];

    public ConcurrentBag<double> Ends { get; } = [];

    public int Polls => polls;

    /// <summary>Submits one and polls until its end.</summary>
    /// <param name="hasEnded">One look at the status.</param>
    public async Task FollowAsync<T>(Func<Task<T>> accept, Func<T, Task<bool>> hasEnded)
    {
        var begun = Stopwatch.GetTimestamp();
        var id = await accept();
        Accepts.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        do
        {
            await Task.Delay(LoadPlan.BetweenPolls);
            Interlocked.Increment(ref polls);
        }
        while (!await hasEnded(id));
        Ends.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }
}
