using Microsoft.Extensions.Configuration;

namespace Parley.Local;

/// <summary>The settings of a run: environment variables over a few defaults, as a deployed app has them.</summary>
internal static class RunSettings
{
    public const string Storage = "AzureWebJobsStorage";

    private const string HostKey = "LocalHost:Keys:Host";
    private const string MasterKey = "LocalHost:Keys:Master";

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
    /// <exception cref="CannotRunException">One key is set and the other is not.</exception>
    public static FunctionHostOptions Apply(this IConfiguration settings, FunctionHostOptions options) => options with
    {
        EnvironmentName = settings["AZURE_FUNCTIONS_ENVIRONMENT"] ?? options.EnvironmentName,
        Times = settings.GetSection("LocalHost:Times").Get<HostTimes>() ?? options.Times,
        Keys = KeysOf(settings) ?? options.Keys,
    };

    // One of them alone, or an empty one, would leave open what somebody meant to close.
    private static LocalKeys? KeysOf(IConfiguration settings) => (settings[HostKey], settings[MasterKey]) switch
    {
        (null, null) => null,
        ({ Length: > 0 } host, { Length: > 0 } master) => new LocalKeys { Host = host, Master = master },
        _ => throw new CannotRunException(ExitCode.Misconfigured, $"The settings {HostKey} and {MasterKey} are both set to a key, or neither is."),
    };
}
