using System.Collections.Concurrent;

namespace Parley.Engine.Mutations;

/// <summary>Copies of the tests, each used by one thing at a time.</summary>
internal static class Places
{
    public static async Task EachAsync<T>(IReadOnlyList<Tests> places, IEnumerable<T> all, Func<Tests, T, Task> body)
    {
        var queue = new ConcurrentQueue<T>(all);
        await Task.WhenAll(places.Select(place => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var next))
                await body(place, next);
        })));
    }
}
