using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;

namespace Parley.Local.Tests;

public sealed class TelemetryTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scenario_is_one_trace_from_its_POST_to_its_result_at_the_collector_that_the_standard_variables_name()
    {
        await using var collector = await Collector.StartAsync();
        using var program = LocalHostProcess.Start(collector.Variables(), "--empty", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.ListeningAsync() };

        var id = (await SubmitAsync(http, request => request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01")))["id"]!.ToString();
        await Eventually.HoldsAsync(() => collector.Spans.Any(span => span.Name == "process scenarios"));

        var spans = collector.Spans.Where(span => span.Trace == Trace).ToArray();
        var post = Assert.Single(spans, span => span.Kind == ExportedSpan.Server);
        var accept = Child(post, "accept scenario");
        var send = Child(accept, "send scenarios");
        var process = Child(send, "process scenarios");
        Assert.Equal((Caller, "POST", "/api/scenarios"), (post.Parent, post.Attributes["http.request.method"], post.Attributes["url.path"]));
        Assert.Equal((ExportedSpan.Producer, ExportedSpan.Consumer), (send.Kind, process.Kind));
        Assert.Contains(send.Id, process.Links);
        ExportedSpan[] ours = [accept, send, process, Child(process, "claim scenario"), Child(process, "evaluate scenario"), Child(process, "store result")];
        Assert.All(ours, span => Assert.Equal(id, span.Attributes["parley.scenario.id"]));
        // The calls of storage: the three rows, the message; the row with its submission; the claim, nothing, the result and the end.
        Assert.Equal([1, 1, 1, 1, 0, 2], ours.Select(span => spans.Count(call => call.Parent == span.Id && call.Kind == ExportedSpan.Client)));

        ExportedSpan Child(ExportedSpan parent, string name) => Assert.Single(spans, span => span.Name == name && span.Parent == parent.Id);
    }

    [Fact]
    public async Task A_sweep_is_one_trace_from_its_POST_over_every_chunk_to_its_summary()
    {
        await using var collector = await Collector.StartAsync();
        using var program = LocalHostProcess.Start(collector.Variables(), "--empty", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.ListeningAsync() };

        var id = await SubmitSweepAsync(http);
        await Eventually.HoldsAsync(() => collector.Spans.Any(span => span.Name == "summarise sweep"));
        await Eventually.HoldsAsync(() => collector.Spans.Count(span => span.Trace == Trace && span.Name == "process sweeps") == 3);

        var spans = collector.Spans.Where(span => span.Trace == Trace).ToArray();
        var send = Child(Child(Assert.Single(spans, span => span.Kind == ExportedSpan.Server), "accept sweep"), "send sweeps");
        var handedOut = Child(Child(send, "process sweeps"), "hand out sweep");
        var chunks = spans.Where(span => span.Name == "process sweeps" && span.Parent == handedOut.Id).ToArray();
        Assert.Equal("0 1", string.Join(" ", chunks.Select(chunk => chunk.Attributes["parley.chunk"]).Order()));
        Assert.All(chunks, chunk => Assert.Contains(handedOut.Id, chunk.Links));
        ExportedSpan[] ofChunks = [.. from chunk in chunks from name in "claim evaluate store".Split(" ") select Child(chunk, $"{name} chunk")];
        var summary = Assert.Single(spans, span => span.Name == "summarise sweep");
        Assert.Contains(summary.Parent, chunks.Select(chunk => chunk.Id));
        Assert.All([send, handedOut, .. chunks, .. ofChunks, summary], span => Assert.Equal(id, span.Attributes["parley.sweep.id"]));
        await Eventually.HoldsAsync(() => collector.Metrics().TryGetValue("parley.sweeps.succeeded", out var succeeded) && succeeded.Count == 1);
        Assert.Equal((1UL, 2UL, 2UL), (Counted("parley.sweeps.accepted"), Counted("parley.chunks.evaluated"), Counted("parley.chunk.duration")));

        ExportedSpan Child(ExportedSpan parent, string name) => Assert.Single(spans, span => span.Name == name && span.Parent == parent.Id);
        ulong Counted(string name) => collector.Metrics()[name].Count;
    }

    [Fact]
    public async Task What_is_logged_and_counted_of_a_scenario_reaches_the_collector_too()
    {
        await using var collector = await Collector.StartAsync();
        using var program = LocalHostProcess.Start(collector.Variables(), "--empty", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.ListeningAsync() };

        var id = (await SubmitAsync(http, request => request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01")))["id"]!.ToString();
        await Eventually.HoldsAsync(() => collector.Metrics().TryGetValue("parley.scenarios.evaluated", out var evaluated) && evaluated.Count == 1);
        await Eventually.HoldsAsync(() => collector.Logs.Count(log => log.Attributes.GetValueOrDefault("Scenario") == id) >= 2);

        Assert.All(collector.Logs.Where(log => log.Attributes.ContainsKey("Scenario")), log => Assert.Equal(Trace, log.Trace));
        string[] counted = ["parley.scenarios.accepted", "parley.scenarios.evaluated", "parley.queue.age", "parley.evaluation.duration"];
        Assert.All(counted, name => Assert.Equal(1UL, collector.Metrics()[name].Count));
        Assert.Equal(("s", "s"), (collector.Metrics()["parley.queue.age"].Unit, collector.Metrics()["parley.evaluation.duration"].Unit));
    }

    [Fact]
    public async Task Polls_and_probes_make_no_traces()
    {
        await using var collector = await Collector.StartAsync();
        using var program = LocalHostProcess.Start(collector.Variables(), "--empty", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.ListeningAsync() };

        await http.GetAsync("/api/health/ready", Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation); // In which the queues are polled more than once.
        await http.GetAsync("/api/situations", Cancellation);
        await Eventually.HoldsAsync(() => collector.Spans.Any(span => span.Kind == ExportedSpan.Server));

        var request = Assert.Single(collector.Spans, span => span.Kind == ExportedSpan.Server);
        Assert.Equal("/api/situations", request.Attributes["url.path"]);
        Assert.All(collector.Spans, span => Assert.Equal(request.Trace, span.Trace));
    }

    [Fact]
    public async Task Application_Insights_gets_it_when_its_connection_string_is_set()
    {
        await using var collector = await Collector.StartAsync();
        using var program = LocalHostProcess.Start(
            [
                new("APPLICATIONINSIGHTS_CONNECTION_STRING", $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={collector.Address};LiveEndpoint={collector.Address}"),
                new("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"),
                new("APPLICATIONINSIGHTS_SDKSTATS_DISABLED_ALL", "true"),
            ],
            "--empty", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.ListeningAsync() };

        var id = (await SubmitAsync(http))["id"]!.ToString();

        // The whole of it, the POST too, which is of no scenario yet when it begins.
        string[] names = ["POST /api/scenarios", "accept scenario", "send scenarios", "process scenarios", "evaluate scenario", "store result"];
        await Eventually.HoldsAsync(() =>
        {
            var items = string.Concat(collector.Bodies("/v2.1/track").Select(Encoding.UTF8.GetString));
            return items.Contains(id, StringComparison.Ordinal) && names.All(name => items.Contains($"\"name\":\"{name}\"", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task No_secret_is_in_any_log_or_export_over_a_run_with_faults()
    {
        await using var collector = await Collector.StartAsync();
        await using var azurite = await Azurite.StartAsync(cancellation: Cancellation);
        using var program = LocalHostProcess.Start(
            [
                .. collector.Variables(),
                new("OTEL_EXPORTER_OTLP_HEADERS", "api-key=secret-of-the-collector"),
                new("AzureWebJobsStorage", azurite.ConnectionString),
                new("Access__RequireCaller", "true"),
                new("LocalHost__Keys__Host", "secret-host-key"),
                new("LocalHost__Keys__Master", "secret-master-key"),
                new("Logging__Console__LogLevel__Default", "Debug"),
            ],
            "--empty", "--port", "0");
        using var http = new HttpClient { BaseAddress = await program.ListeningAsync() };

        await SubmitAsync(http, WithSecrets);
        await new QueueClient(azurite.ConnectionString, "scenarios", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }).SendMessageAsync("no message of ours", Cancellation);
        await AskAsync(HttpMethod.Get, "/api/dead-letters?code=secret-master-key", HttpStatusCode.OK);
        await AskAsync(HttpMethod.Get, "/api/dead-letters?code=secret-host-key", HttpStatusCode.Forbidden);
        await AskAsync(HttpMethod.Get, "/api/scenarios?colour=red&code=secret-host-key", HttpStatusCode.BadRequest);
        await azurite.PauseAsync();
        await AskAsync(HttpMethod.Get, $"/api/scenarios/{Guid.NewGuid()}?code=secret-host-key", HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<HttpRequestException>(() => SubmitAsync(http, WithSecrets));
        await azurite.ResumeAsync();
        await SubmitAsync(http, WithSecrets);
        await Eventually.HoldsAsync(() => collector.Metrics().TryGetValue("parley.scenarios.evaluated", out var evaluated) && evaluated.Count >= 2);
        await Eventually.HoldsAsync(() => collector.Metrics().ContainsKey("parley.dead_letters"));
        await program.SignalAsync("TERM");

        var (exitCode, log) = await program.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.Contains("Storage is away", log, StringComparison.Ordinal);
        var key = azurite.ConnectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
        Assert.All([log, .. collector.Texts], text => Assert.All(["secret-", key], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));

        async Task AskAsync(HttpMethod method, string target, HttpStatusCode expected)
        {
            using var request = new HttpRequestMessage(method, target);
            WithSecrets(request);
            using var answer = await http.SendAsync(request, Cancellation);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    private static void WithSecrets(HttpRequestMessage request)
    {
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", "secret-principal");
        request.Headers.Add("Authorization", "Bearer secret-token");
        request.Headers.Add("Idempotency-Key", $"secret-{Guid.NewGuid()}");
    }

    // Of two chunks.
    private static async Task<string> SubmitSweepAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sweeps")
        {
            Content = new StringContent(
                """
                {"schemaVersion":1,"title":"How much of a ceasefire?","base":{"schemaVersion":1,"situation":"ukraine-settlement","title":"A deal","terms":{}},
                 "vary":{"ceasefire":{"low":0,"high":100}},"design":{"latinHypercube":{"size":600}},"draws":200,"outputs":[{"acceptance":"joint"}]}
                """,
                Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "sweep-1");
        request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01");
        using var answer = await http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var accepted = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal(2, accepted["chunks"]!.GetValue<int>());
        return accepted["id"]!.ToString();
    }

    private static async Task<JsonNode> SubmitAsync(HttpClient http, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/scenarios")
        {
            Content = new StringContent(
                """{"schemaVersion":1,"situation":"ukraine-settlement","title":"A small deal","terms":{"ceasefire":100},"draws":200}""",
                Encoding.UTF8, "application/json"),
        };
        change?.Invoke(request);
        using var answer = await http.SendAsync(request, Cancellation);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
    }
}
