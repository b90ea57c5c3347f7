namespace Parley.Benchmarks.Simulating;

/// <summary>
/// A discrete-event simulation: a clock that jumps from event to event. Processes are async methods that wait on it; all run on the thread
/// that runs the simulation, in the order of time, and at the same time in the order in which they asked.
/// </summary>
public sealed class Simulation
{
    private readonly PriorityQueue<Action, (double Time, long Order)> events = new();
    private readonly List<Task> processes = [];
    private long asked;

    /// <summary>Seconds since the beginning.</summary>
    public double Now { get; private set; }

    public void At(double secondsFromNow, Action then) => events.Enqueue(then, (Now + secondsFromNow, asked++));

    public Wait Wait(double seconds) => new(then => At(seconds, then));

    /// <summary>Begins a process at once, until its first wait.</summary>
    public void Start(Func<Task> process) => processes.Add(process());

    public void RunUntil(double end)
    {
        // A caller's context would take the continuations of processes to threads of its own.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Run(end);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        // One that failed has stopped silently.
        foreach (var failed in processes.Where(process => process.IsFaulted))
            failed.GetAwaiter().GetResult();
    }

    private void Run(double end)
    {
        while (events.TryPeek(out var then, out var next) && next.Time <= end)
        {
            events.Dequeue();
            Now = next.Time;
            then();
        }

        Now = end;
    }
}
