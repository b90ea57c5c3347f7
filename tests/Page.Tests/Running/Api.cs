using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Parley.Page.Tests.Running;

/// <summary>The interface beside the page, for what the page is compared with.</summary>
public sealed class Api(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(180) };

    public async Task<JsonObject> GetAsync(string path) => (await http.GetFromJsonAsync<JsonObject>(path))!;

    public async Task<string> GetTableAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/csv");
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    public static JsonObject Shipped(string name) =>
        JsonNode.Parse(File.ReadAllText(Checkout.PathOf("shared", "Scenarios", $"{name}.json")))!.AsObject();

    /// <summary>Answers with the id as soon as the scenario is accepted.</summary>
    public async Task<string> SubmitAsync(JsonObject scenario)
    {
        using var answer = await http.PostAsJsonAsync("/api/scenarios", scenario);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToString();
    }

    /// <summary>Answers with the id as soon as the sweep is accepted.</summary>
    public async Task<string> StartSweepAsync(JsonObject sweep)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sweeps") { Content = JsonContent.Create(sweep) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToString();
    }

    /// <summary>Answers with the id once the sweep has ended.</summary>
    public async Task<string> SweepAsync(JsonObject sweep)
    {
        var id = await StartSweepAsync(sweep);
        await EndAsync("sweeps", id);
        return id;
    }

    /// <summary>Answers with the id once the scenario has ended.</summary>
    public async Task<string> EvaluateAsync(JsonObject scenario)
    {
        var id = await SubmitAsync(scenario);
        await EndAsync(id);
        return id;
    }

    public Task EndAsync(string id) => EndAsync("scenarios", id);

    private async Task EndAsync(string kind, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        while ($"{(await GetAsync($"/api/{kind}/{id}"))["status"]}" is "Accepted" or "Running" or "Cancelling")
            await Task.Delay(100, patience.Token);
    }

    public async Task<JsonObject> ValidateAsync(JsonObject scenario)
    {
        using var answer = await http.PostAsJsonAsync("/api/scenarios/validate", scenario);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task PutSituationAsync(JsonObject document)
    {
        using var answer = await http.PutAsJsonAsync($"/api/situations/{document["id"]}", document);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}
