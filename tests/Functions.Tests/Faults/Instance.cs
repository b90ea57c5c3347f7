using System.Collections.Concurrent;
using System.Xml.Linq;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Parley.Engine;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>One process of a fleet: the app, and what becomes of its calls to storage.</summary>
public sealed class Instance : HttpPipelinePolicy, IAsyncDisposable
{
    private readonly CallNumbers numbers;
    private readonly TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<(string Id, string Receipt)> received = new();
    private App? app;

    private Instance(CallNumbers numbers) => this.numbers = numbers;

    public App App => app!;

    /// <summary>Over once the process is.</summary>
    public Task Killed => killed.Task;

    /// <summary>Runs before a chunk is evaluated, which no call of storage tells.</summary>
    public Func<Task> BeforeVariants { get; set; } = () => Task.CompletedTask;

    /// <summary>The messages that left the queue for this process, whether it has heard of that or not.</summary>
    public IReadOnlyCollection<(string Id, string Receipt)> Received => received;

    public static async Task<Instance> StartAsync(string connection, App beside, CallNumbers numbers)
    {
        var instance = new Instance(numbers);
        instance.app = await App.StartAsync(connection, beside, wire: null, services => services.AddSingleton<PipelineSetup>(options =>
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(1); // The same tries, without the wait.
            options.AddPolicy(instance, HttpPipelinePosition.PerRetry);
        }).AddSingleton<EvaluateVariants>((situation, sweep, first, count, cancellation) =>
        {
            instance.BeforeVariants().Wait(cancellation);
            return Sweeper.Evaluate(situation, sweep, first, count, cancellation);
        }));
        return instance;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (killed.Task.IsCompleted)
            await NeverAsync();
        var call = await Call.OfAsync(message);
        var fault = app is null ? null : numbers.Next(call); // Start-up belongs to no scenario.
        if (fault == Fault.Unavailable)
        {
            message.Response = new BusyAnswer();
            return;
        }

        if (fault == Fault.NotSent)
            throw new RequestFailedException("No connection: the test has cut it.");
        if (fault == Fault.KilledBefore)
            await DieAsync();
        await ProcessNextAsync(message, pipeline);
        if (call.IsReceive)
            NoteReceived(message.Response);
        if (fault == Fault.KilledAfter)
            await DieAsync();
        if (fault == Fault.AnswerLost)
            throw new TaskCanceledException("No answer in time: the test has kept it.");
        if (fault == Fault.AnswerBroken)
            throw new IOException("The response ended prematurely: the test has broken it off.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private void NoteReceived(Response response)
    {
        foreach (var message in XDocument.Parse(response.Content.ToString()).Descendants("QueueMessage"))
            received.Enqueue((message.Element("MessageId")!.Value, message.Element("PopReceipt")!.Value));
    }

    private Task DieAsync()
    {
        killed.TrySetResult();
        return NeverAsync();
    }

    // Nothing leaves or enters a dead process, and whatever it was at goes no further.
    private static Task NeverAsync() => new TaskCompletionSource().Task;
}
