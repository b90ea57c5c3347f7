using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Parley.Local.Tests;

/// <summary>One test's queues, log and hosts.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly List<FunctionHost> hosts = [];

    public Stage(SharedAzurite azurite, QueueMessageEncoding encoding = QueueMessageEncoding.Base64)
    {
        connectionString = azurite.ConnectionString;
        Name = $"t{Guid.NewGuid():N}";
        Queue = Connect(Name, encoding);
        Poison = Connect($"{Name}-poison", encoding);
    }

    public string Name { get; }

    public QueueClient Queue { get; }

    public QueueClient Poison { get; }

    public Script Script { get; } = new();

    public FakeLogCollector Log { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    /// <summary>Options that tests change by <c>with</c>: the functions of one class, the test's own queue and timers.</summary>
    public FunctionHostOptions Options<TFunctions>() => new()
    {
        Functions = FunctionCatalog.In(typeof(TFunctions)),
        Settings = [new("AzureWebJobsStorage", connectionString), new("Queue", Name)],
        AddServices = (services, _) => services.AddSingleton(Script),
        HostJson = new HostJson { RoutePrefix = "", Queues = new QueueSettings { MaxPollingInterval = TimeSpan.FromMilliseconds(200) } },
        HostId = Name,
        AddLogging = logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new FakeLoggerProvider(Log)),
    };

    public async Task<FunctionHost> StartAsync(FunctionHostOptions options)
    {
        var host = await FunctionHost.StartAsync(options, TestContext.Current.CancellationToken);
        hosts.Add(host);
        return host;
    }

    public async Task<FunctionHost> StartAsync<TFunctions>() => await StartAsync(Options<TFunctions>());

    public async Task SendAsync(params IEnumerable<string> messages)
    {
        await Queue.CreateIfNotExistsAsync();
        foreach (var message in messages)
            await Queue.SendMessageAsync(message);
    }

    /// <summary>How many messages the queue has, invisible ones included.</summary>
    public async Task<int> CountAsync() => (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    public IEnumerable<FakeLogRecord> Warnings() => Log.GetSnapshot().Where(record => record.Level >= LogLevel.Warning);

    public bool Logged(string text) => Log.GetSnapshot().Any(record => record.Message.Contains(text, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    private QueueClient Connect(string name, QueueMessageEncoding encoding) =>
        new(connectionString, name, new QueueClientOptions { MessageEncoding = encoding });
}
