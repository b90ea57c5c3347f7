using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Parley.Functions.Tests.Running;

/// <summary>Between the clients and storage: every request is recorded, and fails when a test wants it to.</summary>
public sealed class Wire : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<Call> calls = new();

    public IReadOnlyList<Call> Calls => [.. calls];

    /// <summary>Requests that never reach storage.</summary>
    public Func<Call, bool> FailsBefore { get; set; } = _ => false;

    /// <summary>Requests that take effect without our hearing of it.</summary>
    public Func<Call, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>Answers in storage's place; null leaves it to storage.</summary>
    public Func<Call, Response?> Answers { get; set; } = _ => null;

    /// <summary>Runs before a request goes out.</summary>
    public Func<Call, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs when storage has answered, before the app hears of it.</summary>
    public Func<Call, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>A request that comes true the first time only.</summary>
    public static Func<Call, bool> Once(Func<Call, bool> which)
    {
        var left = 1;
        return call => which(call) && Interlocked.Exchange(ref left, 0) == 1;
    }

    public void Forget() => calls.Clear();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = await Call.OfAsync(message);
        calls.Enqueue(call);
        await Before(call, message.CancellationToken);
        if (FailsBefore(call))
            throw new RequestFailedException(503, "Failed by the test before it was sent.");

        if (Answers(call) is { } answer)
        {
            message.Response = answer;
            return;
        }

        await ProcessNextAsync(message, pipeline);
        await After(call);
        if (LosesAnswer(call))
            throw new RequestFailedException(0, "Lost by the test after it took effect.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
