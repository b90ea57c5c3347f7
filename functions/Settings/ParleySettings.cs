using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Parley.Functions.Settings;

/// <summary>Every setting the app reads, read and checked before anything starts.</summary>
public sealed record ParleySettings(
    StorageOptions Storage,
    AccessOptions Access,
    LimitsOptions Limits,
    EvaluationOptions Evaluation,
    OutboxOptions Outbox,
    RetentionOptions Retention,
    TelemetryOptions Telemetry)
{
    /// <exception cref="OptionsValidationException">Lists everything that is wrong.</exception>
    public static ParleySettings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = new ParleySettings(
            reader.Read<StorageOptions>(StorageOptions.Section, ofSection: nameof(StorageOptions.ConnectionString)),
            reader.Read<AccessOptions>("Access"),
            reader.Read<LimitsOptions>("Limits"),
            reader.Read<EvaluationOptions>("Evaluation"),
            reader.Read<OutboxOptions>("Outbox"),
            reader.Read<RetentionOptions>("Retention"),
            reader.Read<TelemetryOptions>());
        return reader.Problems.Count == 0
            ? settings
            : throw new OptionsValidationException("Parley", typeof(ParleySettings), reader.Problems);
    }
}
