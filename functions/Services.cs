using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Parley.Engine;
using Parley.Functions.Answering;
using Parley.Functions.Changing;
using Parley.Functions.Comparing;
using Parley.Functions.Describing;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Page;
using Parley.Functions.Purging;
using Parley.Functions.Reading;
using Parley.Functions.Settings;
using Parley.Functions.Storage;
using Parley.Functions.Submitting;
using Parley.Functions.Sweeping;

namespace Parley.Functions;

/// <summary>What the functions are built from, the same under every host.</summary>
public static class Services
{
    public static IServiceCollection AddParley(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ParleySettings.Read(configuration);
        services.AddSingleton(settings.Access).AddSingleton(settings.Limits).AddSingleton(settings.Evaluation).AddSingleton(settings.Outbox)
            .AddSingleton(settings.Retention);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Evaluate>(Evaluator.Evaluate);
        services.TryAddSingleton<EvaluateVariants>(Sweeper.Evaluate);
        services.TryAddSingleton<SummariseVariants>(Sweeper.Summarise);
        return services.AddTelemetry(settings.Telemetry).AddStorage(settings.Storage).AddSlices();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions storage)
    {
        services.TryAddSingleton(new StorageNames());
        services.TryAddSingleton(new ShippedFolder());
        services.TryAddSingleton(new PageFolder());
        return services
            .AddSingleton(provider => StorageClients.Tables(storage, provider.GetServices<PipelineSetup>()))
            .AddSingleton(provider => StorageClients.Queues(storage, provider.GetServices<PipelineSetup>()))
            .AddSingleton<ScenarioTable>()
            .AddSingleton<ScenarioListing>()
            .AddSingleton<OutboxTable>()
            .AddSingleton<AgedScenarios>()
            .AddSingleton<EvaluationTable>()
            .AddSingleton<SituationTable>()
            .AddSingleton<ComparisonTable>()
            .AddSingleton<SituationPublisher>()
            .AddSingleton<DeadLetterTable>()
            .AddSingleton<ScenarioMessages>()
            .AddSingleton<SweepTable>()
            .AddSingleton<SweepListing>()
            .AddSingleton<SweepChunkTable>()
            .AddSingleton<SweepOutbox>()
            .AddSingleton<AgedSweeps>()
            .AddSingleton<SweepMessages>()
            .AddHostedService<StorageStart>();
    }

    private static IServiceCollection AddSlices(this IServiceCollection services) => services
        .AddSingleton<AllowanceTable>()
        .AddSingleton<CallerLimits>()
        .AddSingleton<Door>()
        .AddSingleton<KnownSituations>()
        .AddSingleton<ShippedScenarios>()
        .AddSingleton<Submissions>()
        .AddSingleton<Acceptance>()
        .AddSingleton<Waiting>()
        .AddSingleton<StoredReports>()
        .AddSingleton<EvaluationGate>()
        .AddSingleton<StoredDocuments>()
        .AddSingleton<ComparisonPlans>()
        .AddSingleton<Comparisons>()
        .AddSingleton<EvaluationRequests>()
        .AddSingleton<Stops>()
        .AddSingleton<Leftovers>()
        .AddSingleton<Attempts>()
        .AddSingleton<PoisonReceiver>()
        .AddSingleton<Poison>()
        .AddSingleton<ScenarioChanges>()
        .AddSingleton<Reruns>()
        .AddSingleton<StoredSweeps>()
        .AddSingleton<VariantPages>()
        .AddSingleton<SweepSubmissions>()
        .AddSingleton<SweepRequests>()
        .AddSingleton<SweepAcceptance>()
        .AddSingleton<SweepChanges>()
        .AddSingleton<SweepReplays>()
        .AddSingleton<DamagedChunks>()
        .AddSingleton<SweepSummaries>()
        .AddSingleton<ChunkAttempts>()
        .AddSingleton<SweepUpkeep>()
        .AddSingleton<SweepPoison>()
        .AddSingleton<Purge>()
        .AddSingleton<PageFiles>();
}
