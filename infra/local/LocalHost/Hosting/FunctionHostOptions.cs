using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>What a host runs, and where it differs from a host on anybody's machine.</summary>
public sealed record FunctionHostOptions
{
    public required IReadOnlyList<FunctionDefinition> Functions { get; init; }

    /// <summary>What the functions read as their configuration, <c>AzureWebJobsStorage</c> included.</summary>
    public required IEnumerable<KeyValuePair<string, string?>> Settings { get; init; }

    public Action<IServiceCollection, IConfiguration> AddServices { get; init; } = (_, _) => { };

    public HostJson HostJson { get; init; } = new();

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    public string EnvironmentName { get; init; } = "Development";

    /// <summary>Hosts of the same id share their timers.</summary>
    public string HostId { get; init; } = "parley-local";

    public LocalKeys? Keys { get; init; }

    public HostTimes Times { get; init; } = new();

    public Action<ILoggingBuilder> AddLogging { get; init; } = _ => { };
}
