namespace Parley.Benchmarks.Simulating;

/// <summary>A number of equal servers with one line before them, first come, first served.</summary>
public sealed class Station(Simulation simulation, int servers)
{
    private readonly Queue<Action> line = new();
    private int free = servers;

    /// <summary>Waits for a server; whoever got one must <see cref="Leave"/>.</summary>
    public Wait Enter() => new(then =>
    {
        if (free == 0)
        {
            line.Enqueue(then);
            return;
        }

        free--;
        then();
    });

    public void Leave()
    {
        if (line.TryDequeue(out var next))
            simulation.At(0, next); // The server goes over to it.
        else
            free++;
    }

    /// <summary>Waits for a server and holds it for a time.</summary>
    public Wait Serve(double seconds) => new(then => Enter().OnCompleted(() => simulation.At(seconds, () =>
    {
        Leave();
        then();
    })));
}
