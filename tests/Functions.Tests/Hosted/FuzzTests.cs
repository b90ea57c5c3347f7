using System.Text;
using System.Text.Json.Nodes;
using Parley.Contracts.Tests.Fuzzing;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Hosted;

/// <summary>Documents that authors, programs and enemies could send, over HTTP and with all that follows.</summary>
public sealed class FuzzTests
{
    private const int Submissions = 2_000;
    private const int AtATime = 4;

    /// <summary>Some seconds are enough where nothing else runs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task Whatever_is_submitted_is_refused_with_its_places_or_accepted_and_evaluated()
    {
        // Few that ask for all there is: each takes its tenth of a second.
        var usual = Document("Scenarios", "half-and-half");
        var fuzzer = new Fuzzer([usual, usual, usual, usual, WithoutSearch(Document("Fuzzing", "asking-for-all"))], Document("Situations", "river-treaty"));
        await using var app = await HostedApp.StartAsync();
        var accepted = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(fuzzer.Cases(Submissions), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (each, _) =>
        {
            var json = fuzzer.Document(each.Made);
            var failure = await Record.ExceptionAsync(async () =>
            {
                var answer = await app.SendAsync("POST", "/api/scenarios", json, ["Content-Type: application/json"]);
                if (answer.Status == 202)
                    accepted.Add(answer["id"]);
                else
                    Refused(json, answer);
            });
            Assert.True(failure is null, $"Seed {each.Seed}: {failure}\n{FuzzCase.Show(json)}");
        });

        Assert.InRange(accepted.Count, Submissions / 10, Submissions / 2);
        await EndedAsync(app, accepted);
    }

    private static void Refused(byte[] json, Answer answer)
    {
        Assert.Equal(400, answer.Status);
        var problems = answer.Json["problems"]!.AsArray().Select(problem => new Contracts.Problem($"{problem!["pointer"]}", $"{problem["detail"]}"));
        Assert.Empty(Pointing.Astray(json, problems));
    }

    private static async Task EndedAsync(HostedApp app, IEnumerable<string> ids)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        foreach (var id in ids)
        {
            string status;
            while ((status = (await app.GetAsync($"/api/scenarios/{id}"))["status"]) is "Accepted" or "Running")
                await Task.Delay(100, patience.Token);
            Assert.Equal("Succeeded", status);
        }
    }

    private static byte[] Document(string folder, string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", folder, $"{name}.json"));

    /// <summary>The search for counter-offers takes a second, however small the scenario.</summary>
    private static byte[] WithoutSearch(byte[] json)
    {
        var scenario = JsonNode.Parse(json)!.AsObject();
        scenario.Remove("counterOffers");
        scenario["analyses"] = new JsonArray([.. scenario["analyses"]!.AsArray().Select(analysis => $"{analysis}").Where(name => name != "counterOffers").Select(name => (JsonNode)name)]);
        return Encoding.UTF8.GetBytes(scenario.ToJsonString());
    }
}
