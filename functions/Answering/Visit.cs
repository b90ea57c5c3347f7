using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>One request: who asks, and how long storage may take.</summary>
public sealed class Visit(HttpRequest request, string caller, TimeSpan patience, TimeProvider time) : IDisposable
{
    private CancellationTokenSource? clock;

    public HttpRequest Request { get; } = request;

    /// <summary>Keeps the idempotency keys of different callers apart.</summary>
    public string Caller { get; } = caller;

    /// <summary>
    /// Ends the wait for storage; counts from the first use, after the body was read. The client's going away does not: what was
    /// begun for it is finished.
    /// </summary>
    public CancellationToken Deadline => (clock ??= new CancellationTokenSource(patience, time)).Token;

    public void Dispose() => clock?.Dispose();
}
