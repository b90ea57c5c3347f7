using Parley.Functions.Settings;

namespace Parley.Functions.Evaluating;

/// <summary>Lets as many evaluations run at a time as the cores have room for; the others wait without holding a lease.</summary>
public sealed class EvaluationGate(EvaluationOptions options) : IDisposable
{
    private readonly SemaphoreSlim room = new(Math.Max(1, Environment.ProcessorCount / options.Threads));

    /// <returns>A place to be given back; giving it back once more changes nothing.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await room.WaitAsync(cancellation);
        return new Place(room);
    }

    public void Dispose() => room.Dispose();

    private sealed class Place(SemaphoreSlim room) : IDisposable
    {
        private SemaphoreSlim? held = room;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
