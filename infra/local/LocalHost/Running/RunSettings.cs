using Microsoft.Extensions.Configuration;

namespace Parley.Local;

/// <summary>The settings of a run: environment variables over a few defaults, as a deployed app has them.</summary>
internal static class RunSettings
{
    public const string Storage = "AzureWebJobsStorage";

    public static IConfiguration Read() => new ConfigurationBuilder()
        .AddInMemoryCollection(
        [
            new("Logging:Console:LogLevel:Default", "Warning"),
            new("Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Warning"), // It names queries, which may hold a key.
            new("Logging:Console:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "None"), // A failed start is said by LocalRun.
        ])
        .AddEnvironmentVariables()
        .Build();

    public static IConfiguration With(this IConfiguration settings, string storage) => new ConfigurationBuilder()
        .AddConfiguration(settings)
        .AddInMemoryCollection([new(Storage, storage)])
        .Build();

    /// <summary><c>LocalHost:Times</c> and <c>LocalHost:Keys</c> change what the host does; the rest is for the functions.</summary>
    public static FunctionHostOptions Apply(this IConfiguration settings, FunctionHostOptions options) => options with
    {
        EnvironmentName = settings["AZURE_FUNCTIONS_ENVIRONMENT"] ?? options.EnvironmentName,
        Times = settings.GetSection("LocalHost:Times").Get<HostTimes>() ?? options.Times,
        Keys = settings["LocalHost:Keys:Host"] is { } host && settings["LocalHost:Keys:Master"] is { } master
            ? new LocalKeys { Host = host, Master = master }
            : options.Keys,
    };
}
