using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>Makes a listener for each queue and timer trigger.</summary>
internal sealed class Triggers(FunctionHostOptions options, RunningWork work, IServiceProvider services)
{
    private const string HostContainer = "azure-webjobs-hosts";

    private readonly IConfiguration settings = services.GetRequiredService<IConfiguration>();
    private readonly ILogger log = services.GetRequiredService<ILogger<FunctionHost>>();
    private readonly Invoker invoker = new(services.GetRequiredService<IServiceScopeFactory>());

    public IReadOnlyList<IListener> Listeners() => [.. options.Functions.Select(Listener).OfType<IListener>()];

    private IListener? Listener(FunctionDefinition function) => function.Trigger switch
    {
        QueueTriggerAttribute trigger => Queue(function, trigger),
        TimerTriggerAttribute trigger => Timer(function, trigger),
        _ => null,
    };

    private QueueListener Queue(FunctionDefinition function, QueueTriggerAttribute trigger)
    {
        var queues = options.HostJson.Queues;
        var queue = TriggerQueue.Connect(
            SettingNames.Connection(trigger.Connection, settings), SettingNames.Resolve(trigger.QueueName, settings));
        var run = new MessageRun(function, queue, queues, options.Times, invoker, work, log);
        var backoff = new PollBackoff(queues.MaxPollingIntervalIn(options.EnvironmentName), Random.Shared);
        return new QueueListener(function.Name, queue, queues, options.Times, backoff, work, run, log);
    }

    private TimerListener Timer(FunctionDefinition function, TimerTriggerAttribute trigger)
    {
        var container = new BlobContainerClient(SettingNames.Connection(name: null, settings), HostContainer);
        var timerLock = new TimerLock(container, options.HostId, function.Name, options.Times.TimerLease);
        var schedule = new TimerSchedule(SettingNames.Resolve(trigger.Schedule, settings));
        return new TimerListener(function, schedule, timerLock, options.Times, invoker, work, log);
    }
}
