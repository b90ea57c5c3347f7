using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Parley.Contracts;
using Parley.Local;

namespace Parley.Benchmarks.Load;

/// <summary>The product as it runs on one machine, its hosts in this process: Kestrel on the loopback, and a queue listener each.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly IReadOnlyList<FunctionHost> hosts;
    private readonly IReadOnlyList<HttpClient> clients;
    private readonly JsonObject scenario;
    private long seed = Random.Shared.NextInt64(1L << 40);
    private int away;

    private Product(IReadOnlyList<FunctionHost> hosts, JsonObject scenario)
    {
        this.hosts = hosts;
        this.scenario = scenario;
        // Without a traceparent of its own: the generator is no part of what is measured.
        clients = [.. hosts.Select(host => new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = host.Address })];
    }

    /// <summary>How many requests were told to come back later, since storage did not answer in time.</summary>
    public int Away => away;

    public static async Task<Product> StartAsync(Azurite azurite, JsonObject scenario, int workers)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Limits:RequestsPerMinute"] = "1000000",
            ["Limits:CostPerHour"] = $"{1_000 * EvaluationCost.Max:0}",
        };
        var hosts = new List<FunctionHost>();
        for (var worker = 0; worker < workers; worker++)
            hosts.Add(await FunctionHost.StartAsync(FunctionApp.Options(settings)));
        return new Product(hosts, scenario);
    }

    public Task RunAsync(LoadPlan plan, LoadTimes times) => plan.EachAsync(number =>
    {
        var http = clients[number % clients.Count];
        return times.FollowAsync(() => SubmitAsync(http), location => HasEndedAsync(http, location));
    });

    /// <summary>Each of another seed. Without a key, which would cost no call more.</summary>
    public async Task<Uri> SubmitAsync(HttpClient? http = null)
    {
        var document = scenario.DeepClone().AsObject();
        document["seed"] = Interlocked.Increment(ref seed);
        while (true)
        {
            using var content = new StringContent(document.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var answer = await (http ?? clients[0]).PostAsync("/api/scenarios", content);
            if (!await IsAwayAsync(answer))
                return answer.EnsureSuccessStatusCode().Headers.Location!;
        }
    }

    public async Task<bool> HasEndedAsync(HttpClient? http, Uri location)
    {
        using var answer = await (http ?? clients[0]).GetAsync(location);
        if (await IsAwayAsync(answer))
            return false;
        var status = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["status"]!.ToString();
        return status switch
        {
            "Succeeded" => true,
            "Accepted" or "Running" => false,
            _ => throw new InvalidDataException($"{location} is {status}."),
        };
    }

    // As a caller does who was told to ask again later.
    private async Task<bool> IsAwayAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            return false;
        Interlocked.Increment(ref away);
        await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        foreach (var host in hosts)
            await host.DisposeAsync();
    }
}
