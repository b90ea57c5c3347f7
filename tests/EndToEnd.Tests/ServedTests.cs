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
    public async Task The_requests_of_requests_http_are_answered_as_it_says_and_its_harmless_ones_again_and_again()
    {
        await using var run = RunScript.Start("--port", "0", "--empty");
        var host = await run.ListeningAsync();

        var smoke = await SmokeScript.RunAsync(host);
        var again = await SmokeScript.RunAsync(host);
        var elsewhere = await SmokeScript.RunAsync(new Uri(host, "elsewhere"));
        var everything = await SmokeScript.RunAsync(host, "--everything");

        Assert.Equal((0, 0, 1, 0), (smoke.ExitCode, again.ExitCode, elsewhere.ExitCode, everything.ExitCode));
        Assert.Empty(elsewhere.Answered);
        Assert.Equal(SmokeScript.Titles, everything.Answered);
        Assert.Equal(smoke.Answered, again.Answered);
        Assert.Subset(everything.Answered.ToHashSet(), smoke.Answered.ToHashSet());
        Assert.DoesNotContain(smoke.Answered, title => title.StartsWith("For administrators", StringComparison.Ordinal) || title.StartsWith("Put", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_answers_the_smoke_test_says_so()
    {
        using var nobody = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var address = new Uri($"http://{nobody.LocalEndpoint}");
        nobody.Stop();

        Assert.Equal(69, (await SmokeScript.RunAsync(address)).ExitCode);
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
