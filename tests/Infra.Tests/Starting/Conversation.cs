using System.Collections.Concurrent;
using Grpc.Core;
using Parley.Infra.Tests.Starting.Rpc;

namespace Parley.Infra.Tests.Starting;

/// <summary>The one stream between a host and its worker: what is asked is answered under the same id.</summary>
internal sealed class Conversation : FunctionRpc.FunctionRpcBase, IDisposable
{
    private readonly TaskCompletionSource<IServerStreamWriter<StreamingMessage>> worker = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> asked = new();
    private readonly ConcurrentQueue<string> log = [];
    private readonly SemaphoreSlim writing = new(1);

    /// <summary>What the worker logged.</summary>
    public IReadOnlyCollection<string> Log => log;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            Take(message, responseStream);
    }

    public async Task<StreamingMessage> AskAsync(StreamingMessage question, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        asked[Id(question)] = answer;
        var stream = await worker.Task.WaitAsync(cancellation);
        await writing.WaitAsync(cancellation);
        try
        {
            await stream.WriteAsync(question, cancellation);
        }
        finally
        {
            writing.Release();
        }

        return await answer.Task.WaitAsync(cancellation);
    }

    public void Dispose() => writing.Dispose();

    private void Take(StreamingMessage message, IServerStreamWriter<StreamingMessage> stream)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.StartStream)
            worker.TrySetResult(stream);
        else if (message.RpcLog is { } said)
            log.Enqueue($"{said.Category}: {said.Message} {said.Exception?.Message}");
        else if (asked.TryRemove(Id(message), out var answer))
            answer.SetResult(message);
    }

    // Invocations and loads go by ids of their own; there is one of the other questions at a time.
    private static string Id(StreamingMessage message) =>
        message.InvocationRequest?.InvocationId ?? message.InvocationResponse?.InvocationId
        ?? message.FunctionLoadRequest?.FunctionId ?? message.FunctionLoadResponse?.FunctionId
        ?? (message.WorkerInitRequest is not null || message.WorkerInitResponse is not null ? "init" : "metadata");
}
