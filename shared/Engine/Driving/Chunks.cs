namespace Parley.Engine.Driving;

/// <summary>Runs chunks on several threads; what they write has places of its own, so that the order does not matter.</summary>
internal static class Chunks
{
    public static void Run<TWorker>(int chunks, int threads, TWorker first, Func<TWorker> another, Action<int, TWorker> run, CancellationToken cancellation)
        where TWorker : class
    {
        if (threads == 1)
        {
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                run(chunk, first);
            }

            return;
        }

        var spare = first;
        Parallel.For(
            0,
            chunks,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => Interlocked.Exchange(ref spare, null!) ?? another(),
            (chunk, _, worker) =>
            {
                run(chunk, worker);
                return worker;
            },
            _ => { });
    }
}
