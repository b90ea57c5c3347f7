using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Parley.Functions.Answering;
using Parley.Functions.Describing;
using Parley.Functions.Evaluating;
using Parley.Functions.Reading;
using Parley.Functions.Storage;
using Parley.Functions.Submitting;
using Parley.Functions.Watching;
using Parley.Infra.Tests.Publishing;
using Parley.Local;

namespace Parley.Infra.Tests.Starting;

[Collection(PublishedApp.Collection)]
public sealed class WorkerTests(PublishedApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_published_worker_starts_loads_every_function_and_evaluates_a_scenario()
    {
        await using var azurite = await Azurite.StartAsync(cancellation: Cancellation);
        await using var worker = await WorkerHost.StartAsync(app.Folder, azurite.ConnectionString);

        Assert.Equal(FunctionCatalog.In(typeof(Door).Assembly).Select(each => each.Name).Order(), worker.Functions.Select(each => each.Name).Order());
        Assert.Equal(HttpStatusCode.OK, (await worker.SendAsync(nameof(CheckReady), Get("/api/health/ready"))).StatusCode);
        // What is shipped is stored before the worker answers anything.
        Assert.Equal(2, (await JsonAsync(await worker.SendAsync(nameof(ListSituations), Get("/api/situations"))))["situations"]!.AsArray().Count);

        var accepted = await worker.SendAsync(nameof(SubmitScenario), Submission());
        var answer = await JsonAsync(accepted);
        Assert.True(accepted.StatusCode == HttpStatusCode.Accepted, $"{answer}");
        var id = $"{answer["id"]}";

        await worker.DeliverAsync(nameof(EvaluateScenario), await NextMessageAsync(azurite.ConnectionString));

        var status = await JsonAsync(await worker.SendAsync(nameof(GetScenario), Get($"/api/scenarios/{id}"), ("id", id)));
        Assert.Equal("Succeeded", $"{status["status"]}");
        var impacts = await worker.SendAsync(nameof(GetImpacts), Get($"/api/scenarios/{id}/impacts"), ("id", id));
        Assert.Equal(HttpStatusCode.OK, impacts.StatusCode);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;

    private static HttpRequestMessage Submission() => new(HttpMethod.Post, new Uri("/api/scenarios", UriKind.Relative))
    {
        Content = new StringContent(Repository.Read("shared/Scenarios/us-28-points.json"), Encoding.UTF8, "application/json"),
    };

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, new Uri(path, UriKind.Relative));

    private static async Task<string> NextMessageAsync(string connectionString)
    {
        var queue = new QueueClient(connectionString, StorageNames.ScenarioQueue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        return (await queue.ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString();
    }
}
