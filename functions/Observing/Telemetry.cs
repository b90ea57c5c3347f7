using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Parley.Functions.Settings;

namespace Parley.Functions.Observing;

/// <summary>Sends traces, metrics and logs where the settings say; without any, nothing listens and nothing is measured.</summary>
public static class Telemetry
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddMetrics().AddSingleton<ScenarioMetrics>().AddSingleton<SweepMetrics>().AddSingleton<QueueMetrics>();
        services.Configure<LoggerFilterOptions>(logging => logging
            // The framework's own log of requests names their query, which may hold a function key.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("Microsoft", LogLevel.Warning));
        if (!options.HasOtlp && options.ApplicationInsights is null)
            return services;

        var telemetry = services.AddOpenTelemetry()
            // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say counts for more.
            .ConfigureResource(resource => resource.AddService("parley", serviceVersion: Version).AddEnvironmentVariableDetector())
            .WithTracing(Trace)
            .WithMetrics(metrics => metrics.AddMeter(ScenarioMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime"))
            .WithLogging(configureBuilder: null, logging => logging.IncludeFormattedMessage = true);
        if (options.HasOtlp)
            telemetry.UseOtlpExporter();
        if (options.ApplicationInsights is { } connection)
            telemetry.UseAzureMonitorExporter(monitor => Set(monitor, connection, options));
        return services;
    }

    private static void Set(AzureMonitorExporterOptions monitor, string connection, TelemetryOptions options)
    {
        monitor.ConnectionString = connection;
        if (options.Authentication is not null)
            monitor.Credential = new ManagedIdentityCredential(options.ClientId is { } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
        // By default it takes so many traces a second, counted by each process for itself: of a scenario the POST, or its evaluation, or both.
        // A share is of the trace's id, the same for all that takes part.
        monitor.TracesPerSecond = null;
        monitor.SamplingRatio = (float)(options.TraceShare ?? 1);
        // By default it drops the warnings, too, of what its rate of traces leaves out.
        monitor.EnableTraceBasedLogsSampler = false;
    }

    private static string? Version => typeof(Telemetry).Assembly.GetName().Version?.ToString(3);

    /// <summary>Requests and calls of storage by the framework's own spans, ours between them.</summary>
    private static void Trace(TracerProviderBuilder tracing)
    {
        // Until the framework's spans have the standard's attributes by default.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        tracing.AddSource(Spans.SourceName, "Microsoft.AspNetCore", "System.Net.Http").AddProcessor(new UnaskedSpans());
    }
}
