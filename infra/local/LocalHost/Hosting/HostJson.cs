using Microsoft.Extensions.Configuration;

namespace Parley.Local;

/// <summary>What this host takes from the file that the genuine host reads too.</summary>
public sealed record HostJson
{
    public string RoutePrefix { get; init; } = "api";

    public QueueSettings Queues { get; init; } = new();

    public IConfiguration Logging { get; init; } = new ConfigurationBuilder().Build();

    public static HostJson Read(string path)
    {
        var file = new ConfigurationBuilder().AddJsonFile(path).Build();
        var queues = file.GetSection("extensions:queues").Get<QueueSettings>() ?? new QueueSettings();
        queues.Check();
        return new HostJson
        {
            RoutePrefix = file["extensions:http:routePrefix"] ?? "api",
            Queues = queues,
            Logging = file.GetSection("logging"),
        };
    }
}
