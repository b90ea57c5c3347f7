using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Parley.Functions.Settings;

/// <summary>Where traces, metrics and logs go: nowhere by default.</summary>
/// <remarks>
/// The names are the standards' own. Only what switches telemetry on is here: the OpenTelemetry SDK itself reads the endpoints again, and
/// the other variables that begin with OTEL_.
/// </remarks>
public sealed record TelemetryOptions : IValidatableObject
{
    [Url]
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public string? OtlpEndpoint { get; init; }

    [Url]
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")]
    public string? OtlpTracesEndpoint { get; init; }

    [Url]
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT")]
    public string? OtlpMetricsEndpoint { get; init; }

    [Url]
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT")]
    public string? OtlpLogsEndpoint { get; init; }

    [ConfigurationKeyName("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public string? ApplicationInsights { get; init; }

    /// <summary><c>Authorization=AAD</c>, with <c>;ClientId=…</c> for a user-assigned identity: what the Functions host reads, and the exporter does not.</summary>
    [ConfigurationKeyName("APPLICATIONINSIGHTS_AUTHENTICATION_STRING")]
    public string? Authentication { get; init; }

    /// <summary>The share of traces that is sent to Application Insights, each of them whole; null stands for all.</summary>
    [Range(0.0, 1.0)]
    [ConfigurationKeyName("OTEL_TRACES_SAMPLER_ARG")]
    public double? TraceShare { get; init; }

    public bool HasOtlp => (OtlpEndpoint ?? OtlpTracesEndpoint ?? OtlpMetricsEndpoint ?? OtlpLogsEndpoint) is not null;

    /// <summary>The client id of <see cref="Authentication"/>; null stands for the app's own identity.</summary>
    public string? ClientId => Parts(Authentication ?? "").GetValueOrDefault("ClientId");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ApplicationInsights is not null && !Parts(ApplicationInsights).ContainsKey("InstrumentationKey"))
            yield return new ValidationResult("is not a connection string of Application Insights", [nameof(ApplicationInsights)]);
        if (Authentication is not null && !(Parts(Authentication).TryGetValue("Authorization", out var kind) && kind.Equals("AAD", StringComparison.OrdinalIgnoreCase)))
            yield return new ValidationResult("must be Authorization=AAD, or Authorization=AAD;ClientId=…", [nameof(Authentication)]);
    }

    private static Dictionary<string, string> Parts(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => part.Split('=', 2))
        .Where(part => part is [_, { Length: > 0 }])
        .DistinctBy(part => part[0], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
}
