using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Parley.Local.Tests;

/// <summary>Receives telemetry as a collector does that speaks OTLP over HTTP, and keeps it.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

    private Collector(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public IReadOnlyList<ExportedSpan> Spans => [.. Bodies("/v1/traces").SelectMany(ExportedSpan.In)];

    public IReadOnlyList<ExportedLog> Logs => [.. Bodies("/v1/logs").SelectMany(ExportedLog.In)];

    /// <summary>Everything as text, whatever it was.</summary>
    public IEnumerable<string> Texts => received.Select(each => System.Text.Encoding.Latin1.GetString(each.Body));

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.app.Run(collector.ReceiveAsync);
        await collector.app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>The last that was heard of each metric: counters only grow.</summary>
    public IReadOnlyDictionary<string, ExportedMetric> Metrics() =>
        Bodies("/v1/metrics").SelectMany(ExportedMetric.In).GroupBy(metric => metric.Name).ToDictionary(same => same.Key, same => same.Last());

    public IEnumerable<byte[]> Bodies(string path) => received.Where(each => each.Path == path).Select(each => each.Body);

    /// <summary>The standard variables that send everything here, and soon.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables() =>
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", $"{Address}"),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        new("OTEL_BSP_SCHEDULE_DELAY", "100"),
        new("OTEL_BLRP_SCHEDULE_DELAY", "100"),
        new("OTEL_METRIC_EXPORT_INTERVAL", "100"),
    ];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var isPacked = context.Request.Headers.ContentEncoding == "gzip";
        await using var stream = isPacked ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
        await stream.CopyToAsync(body, context.RequestAborted);
        received.Enqueue((context.Request.Path, body.ToArray()));
    }
}
