using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parley.Contracts;
using Parley.Functions.Describing;

namespace Parley.Functions.Storage;

/// <summary>
/// Creates what is missing: tables, queues, the shipped situations. At start rather than on first use, so that no request pays for it
/// and the queue triggers find their queues; tried again in the background when storage is away, so that the app starts nevertheless.
/// </summary>
public sealed class StorageStart(
    TableServiceClient tables,
    QueueServiceClient queues,
    StorageNames names,
    SituationPublisher situations,
    ShippedFolder shipped,
    TimeProvider time,
    ILogger<StorageStart> log) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    private bool isCreated;

    /// <summary>Before anything else starts: a worker's web server would otherwise answer that there is no such situation.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken) => isCreated = await TryCreateAsync(cancellationToken);

    public override Task StartAsync(CancellationToken cancellationToken) => isCreated ? Task.CompletedTask : base.StartAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
            await Task.Delay(TryAgain, time, stoppingToken);
        while (!await TryCreateAsync(stoppingToken));
    }

    private async Task<bool> TryCreateAsync(CancellationToken cancellation)
    {
        try
        {
            await CreateAsync(cancellation);
            return true;
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            log.StartDelayed(fault);
            return false;
        }
    }

    private async Task CreateAsync(CancellationToken cancellation)
    {
        string[] tableNames = [names.Scenarios, names.Evaluations, names.Situations, names.Comparisons, names.DeadLetters, names.Sweeps, names.SweepChunks, names.Allowances];
        string[] queueNames = [names.Queue, names.PoisonQueue, names.SweepMessages, names.SweepPoisonMessages];
        await Task.WhenAll(
        [
            .. tableNames.Select(name => tables.CreateTableIfNotExistsAsync(name, cancellation)),
            .. queueNames.Select(name => queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation)),
        ]);

        foreach (var (_, situation, _) in Shipped.Situations(shipped.Path))
            await situations.PublishShippedAsync(SituationContent.Of(situation), cancellation);
    }
}

internal static partial class StorageLog
{
    [LoggerMessage(LogLevel.Warning, "Storage is away or lets nobody in; tables, queues and shipped situations are created as soon as it is back.")]
    public static partial void StartDelayed(this ILogger log, Exception fault);
}
