using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Parley.EndToEnd.Tests;

// One collection: each test builds and runs the whole product, and two at once only slow each other down.
[Collection("the whole product")]
public sealed class ServedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_requests_of_requests_http_are_answered_as_it_says()
    {
        await using var run = RunScript.Start("--port", "0", "--empty");
        var host = await run.ListeningAsync();
        using var http = new HttpClient();
        var ids = new OrderedDictionary<string, string>();
        foreach (var request in HttpFile.Read(Checkout.PathOf("infra", "local", "requests.http")))
        {
            using var message = request.With(host, ids.Values.ToList());
            using var answer = await http.SendAsync(message, Cancellation);
            Assert.True(request.Status == answer.StatusCode, $"{request.Title}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
            if (request.Headers.TryGetValue("Accept", out var accepted))
            {
                Assert.Equal(accepted, answer.Content.Headers.ContentType!.MediaType);
            }

            if (request.Method == HttpMethod.Post && request.Url.EndsWith("/api/scenarios", StringComparison.Ordinal))
            {
                var id = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["id"]!.ToString();
                var key = request.Headers.GetValueOrDefault("Idempotency-Key", id);
                Assert.True(ids.TryAdd(key, id) || ids[key] == id, "one key made two scenarios");
                await FinishedAsync(http, answer.Headers.Location is { IsAbsoluteUri: true } location ? location : new Uri(host, answer.Headers.Location!));
            }
        }
    }

    [Fact]
    public async Task The_impacts_over_HTTP_are_the_expected_result_and_survive_a_restart()
    {
        var data = Directory.CreateTempSubdirectory("parley");
        try
        {
            Uri impacts;
            await using (var first = RunScript.Start("--port", "0", "--empty", "--data", data.FullName))
            {
                var host = await first.ListeningAsync();
                impacts = await SubmitAsync(host, "us-28-points");
                await MatchesExpectedAsync(host, impacts, "us-28-points");
                Assert.Equal(0, (await first.InterruptAsync()).ExitCode);
            }

            await using var second = RunScript.Start("--port", "0", "--empty", "--data", data.FullName);
            await MatchesExpectedAsync(await second.ListeningAsync(), impacts, "us-28-points");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>Submits a shipped scenario and waits; answers with the relative address of its impacts.</summary>
    private static async Task<Uri> SubmitAsync(Uri host, string name)
    {
        using var http = new HttpClient { BaseAddress = host };
        using var file = new StreamContent(File.OpenRead(Checkout.PathOf("shared", "Scenarios", $"{name}.json")));
        file.Headers.ContentType = new("application/json");
        using var answer = await http.PostAsync("/api/scenarios", file, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        await FinishedAsync(http, new Uri(host, answer.Headers.Location!));
        return new Uri($"{answer.Headers.Location!.OriginalString}/impacts", UriKind.Relative);
    }

    private static async Task FinishedAsync(HttpClient http, Uri status)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var scenario = (await http.GetFromJsonAsync<JsonObject>(status, deadline.Token))!;
            if (scenario["status"]!.ToString() is not ("Accepted" or "Running"))
            {
                Assert.Equal("Succeeded", scenario["status"]!.ToString());
                return;
            }

            await Task.Delay(100, deadline.Token);
        }
    }

    private static async Task MatchesExpectedAsync(Uri host, Uri impacts, string name)
    {
        // Nine decimals are kept; the last may differ between processors.
        const double lastDigits = 2e-9;
        using var http = new HttpClient { BaseAddress = host };
        var answer = (await http.GetFromJsonAsync<JsonObject>(impacts, Cancellation))!;
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Checkout.PathOf("shared", "Scenarios", $"{name}.expected.json"), Cancellation))!;
        var stakeholders = expected["stakeholders"]!.AsObject();
        Assert.Equal(stakeholders.Select(s => s.Key), answer["impacts"]!.AsArray().Select(s => s!["stakeholder"]!.ToString()));
        foreach (var impact in answer["impacts"]!.AsArray())
        {
            var wanted = stakeholders[impact!["stakeholder"]!.ToString()]!;
            Assert.Equal(wanted["againstNoDeal"]!["mean"]!.GetValue<double>(), Value(impact["noDeal"]!["mean"]!), lastDigits);
            Assert.Equal(wanted["againstStatusQuo"]!["high80"]!.GetValue<double>(), Value(impact["statusQuo"]!["high80"]!), lastDigits);
            Assert.Equal(wanted["accepts"]!.GetValue<double>(), Value(impact["acceptance"]!["probability"]!), lastDigits);
        }
    }

    private static double Value(JsonNode estimate) => estimate["value"]!.GetValue<double>();
}
