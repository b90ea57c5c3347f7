using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>One request: who asks, and how long storage may take.</summary>
public sealed class Visit(HttpRequest request, string caller, TimeSpan patience, TimeProvider time) : IDisposable
{
    // Of the second after the deadline, in which the answer comes all the same.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.75);

    private CancellationTokenSource? clock;
    private long begun;

    public HttpRequest Request { get; } = request;

    /// <summary>Keeps the idempotency keys of different callers apart.</summary>
    public string Caller { get; } = caller;

    /// <summary>
    /// Ends the wait for storage; counts from the first use, after the body was read. The client's going away does not: what was
    /// begun for it is finished.
    /// </summary>
    public CancellationToken Deadline => (clock ??= Begin()).Token;

    /// <summary>
    /// A clock of its own for what comes after something was stored, such as the sending of a message: the deadline may be over by then, and the
    /// answer, which no longer depends on it, has to come in time nevertheless.
    /// </summary>
    /// <param name="most">As long as there is time.</param>
    public CancellationTokenSource Within(TimeSpan most)
    {
        clock ??= Begin();
        var left = patience + Grace - time.GetElapsedTime(begun);
        return new CancellationTokenSource(left < TimeSpan.Zero ? TimeSpan.Zero : left < most ? left : most, time);
    }

    public void Dispose() => clock?.Dispose();

    private CancellationTokenSource Begin()
    {
        begun = time.GetTimestamp();
        return new CancellationTokenSource(patience, time);
    }
}
