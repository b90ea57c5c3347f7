using System.Text;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Parley.Functions.Describing;
using Parley.Functions.Evaluating;
using Parley.Functions.Purging;
using Parley.Functions.Storage;

namespace Parley.Functions.Tests.Running;

/// <summary>The functions on real storage, with tables and queues of their own. A test calls them as a host would.</summary>
public sealed class App : IAsyncDisposable
{
    // What takes longer than this would never end; a test that waits for it fails instead.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHost host;
    private readonly FakeLogCollector logs;
    private readonly List<string> expectedWarnings = [];

    private App(IHost host, FakeLogCollector logs)
    {
        (this.host, this.logs) = (host, logs);
        Names = Get<StorageNames>();
        Queue = Get<QueueServiceClient>().GetQueueClient(Names.Queue);
        PoisonQueue = Get<QueueServiceClient>().GetQueueClient(Names.PoisonQueue);
        Scenarios = Get<TableServiceClient>().GetTableClient(Names.Scenarios);
        Evaluations = Get<TableServiceClient>().GetTableClient(Names.Evaluations);
        DeadLetters = Get<TableServiceClient>().GetTableClient(Names.DeadLetters);
    }

    public StorageNames Names { get; }

    public QueueClient Queue { get; }

    public QueueClient PoisonQueue { get; }

    public TableClient Scenarios { get; }

    public TableClient Evaluations { get; }

    public TableClient DeadLetters { get; }

    public Wire Wire => Get<Wire>();

    public NoDelay NoDelay => Get<NoDelay>();

    public FakeTimeProvider Time => Get<FakeTimeProvider>();

    /// <summary>What was logged, exceptions included.</summary>
    public IReadOnlyList<string> Log => [.. logs.GetSnapshot().Select(record => $"{record.Message} {record.Exception}")];

    /// <param name="beside">Another app whose tables and queues this one shares, as a second worker does.</param>
    public static Task<App> StartAsync(
        SharedAzurite azurite, App? beside = null, Wire? wire = null, params (string Name, string Value)[] settings) =>
        StartAsync(azurite.ConnectionString, beside, wire, _ => { }, settings);

    /// <param name="connection">To a storage account.</param>
    /// <param name="replace">What is different from other apps.</param>
    public static async Task<App> StartAsync(
        string connection, App? beside, Wire? wire, Action<IServiceCollection> replace, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Append(("AzureWebJobsStorage", connection))
            .Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)));
        builder.Logging.AddFakeLogging().SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.Warning);

        var (noDelay, time) = (new NoDelay(), beside?.Time ?? new FakeTimeProvider(DateTimeOffset.UtcNow));
        wire ??= new Wire();
        builder.Services
            .AddSingleton(wire).AddSingleton(noDelay).AddSingleton(time)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(beside?.Names ?? new StorageNames($"t{Guid.NewGuid():N}"))
            .AddSingleton(new ShippedFolder(Path.Combine(AppContext.BaseDirectory, "Documents")))
            .AddSingleton<PipelineSetup>(options =>
            {
                options.AddPolicy(noDelay, HttpPipelinePosition.PerCall);
                options.AddPolicy(wire, HttpPipelinePosition.PerRetry);
            });
        replace(builder.Services);
        builder.Services.AddParley(builder.Configuration);

        var host = builder.Build();
        await host.StartAsync();
        wire.Forget();
        return new App(host, host.Services.GetFakeLogCollector());
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>A warning means that someone should look: a test that causes one says so.</summary>
    public void ExpectWarning(string part) => expectedWarnings.Add(part);

    /// <summary>Calls an HTTP-triggered function, and holds the answer against the document of the surface.</summary>
    public async Task<Answer> CallAsync<TFunction>(Func<TFunction, HttpRequest, Task<IResult>> call, Action<HttpRequest>? request = null)
        where TFunction : class
    {
        // Of its own, as under a host, which disposes of what the request made.
        await using var scope = host.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        using var body = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        request?.Invoke(context.Request);
        var answer = await call(scope.ServiceProvider.GetService<TFunction>() ?? ActivatorUtilities.CreateInstance<TFunction>(scope.ServiceProvider), context.Request)
            .WaitAsync(Patience);
        await answer.ExecuteAsync(context);
        await context.Response.CompleteAsync();
        var got = new Answer(context.Response.StatusCode, context.Response.Headers, context.Response.ContentType, body.ToArray());
        if (typeof(TFunction) != typeof(IServiceProvider)) // Then the caller knows which function it was.
            await Contract.CheckAsync(typeof(TFunction).Name, got);
        return got;
    }

    /// <summary>Runs the message at the head of the queue, as a worker would; false when there is none.</summary>
    public async Task<bool> RunMessageAsync(CancellationToken? stopping = null)
    {
        var received = (await Queue.ReceiveMessageAsync(TimeSpan.FromMinutes(10), CancellationToken.None)).Value;
        if (received is null)
            return false;
        await EvaluateAsync(received.MessageText, stopping);
        await Queue.DeleteMessageAsync(received.MessageId, received.PopReceipt, CancellationToken.None);
        return true;
    }

    public async Task RunMessagesAsync()
    {
        for (var messages = 0; await RunMessageAsync(); messages++)
            Assert.InRange(messages, 0, 100); // A message that comes back again and again.
    }

    /// <param name="stopping">Cancelled when the host stops.</param>
    public Task EvaluateAsync(string message, CancellationToken? stopping = null) =>
        ActivatorUtilities.CreateInstance<EvaluateScenario>(host.Services).RunAsync(message, stopping ?? CancellationToken.None)
            .WaitAsync(Patience);

    public Task PoisonAsync(string message) =>
        ActivatorUtilities.CreateInstance<ReceivePoison>(host.Services).RunAsync(message, CancellationToken.None);

    public Task TickAsync() =>
        ActivatorUtilities.CreateInstance<ResendOutbox>(host.Services).RunAsync(new(), CancellationToken.None);

    public Task PurgeAsync() =>
        ActivatorUtilities.CreateInstance<PurgeOld>(host.Services).RunAsync(new(), CancellationToken.None);

    public async Task<IReadOnlyList<string>> MessagesAsync() =>
        [.. (await Queue.PeekMessagesAsync(32)).Value.Select(message => message.MessageText)];

    public async ValueTask DisposeAsync()
    {
        var unexpected = logs.GetSnapshot()
            .Where(record => record.Level >= LogLevel.Warning && !expectedWarnings.Any(part => record.Message.Contains(part, StringComparison.Ordinal)))
            .Select(record => $"{record.Message} {record.Exception}");
        await host.StopAsync();
        host.Dispose();
        Assert.Empty(unexpected);
    }

    public static Action<HttpRequest> Json(string json, string? key = null) => request =>
    {
        request.Method = "POST";
        request.ContentType = "application/json";
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        request.ContentLength = request.Body.Length;
        if (key is not null)
            request.Headers["Idempotency-Key"] = key;
    };
}
