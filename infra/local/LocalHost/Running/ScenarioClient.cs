using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Parley.Local;

/// <summary>The product's HTTP interface, as far as this program uses it.</summary>
internal sealed class ScenarioClient(HttpClient http)
{
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestEvaluation = TimeSpan.FromMinutes(10);

    public async Task<bool> AnyAsync(CancellationToken stopping) =>
        (await ReadAsync<ScenarioListAnswer>("/api/scenarios?limit=1", stopping)).Scenarios.Count > 0;

    public async Task<Submission> SubmitAsync(byte[] scenario, CancellationToken stopping)
    {
        using var content = new ByteArrayContent(scenario) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync("/api/scenarios", content, stopping);
        return answer.StatusCode switch
        {
            HttpStatusCode.Accepted => new((await ReadAsync<ScenarioAnswer>(answer, stopping)).Id, Refusal: null),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
                when answer.Content.Headers.ContentType?.MediaType == "application/problem+json" =>
                new(Id: null, await ReadAsync<ProblemAnswer>(answer, stopping)),
            _ => throw Unexpected(answer),
        };
    }

    /// <summary>The scenario once it is over, one way or another.</summary>
    public async Task<ScenarioAnswer> FinishedAsync(string id, CancellationToken stopping)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < LongestEvaluation)
        {
            var scenario = await ReadAsync<ScenarioAnswer>($"/api/scenarios/{id}", stopping);
            if (scenario.IsOver)
                return scenario;
            await Task.Delay(BetweenReads, stopping);
        }

        throw new CannotRunException(
            ExitCode.Failed, $"The scenario {id} was not evaluated within {LongestEvaluation.TotalMinutes:0} minutes.");
    }

    public Task<ImpactsAnswer> ImpactsAsync(string id, CancellationToken stopping) =>
        ReadAsync<ImpactsAnswer>($"/api/scenarios/{id}/impacts", stopping);

    public Task<NarrationAnswer> NarrationAsync(string id, CancellationToken stopping) =>
        ReadAsync<NarrationAnswer>($"/api/scenarios/{id}/report/narration", stopping);

    private async Task<T> ReadAsync<T>(string path, CancellationToken stopping)
    {
        using var answer = await http.GetAsync(path, stopping);
        return answer.IsSuccessStatusCode ? await ReadAsync<T>(answer, stopping) : throw Unexpected(answer);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken stopping) =>
        await answer.Content.ReadFromJsonAsync<T>(stopping) ?? throw Unexpected(answer);

    private static CannotRunException Unexpected(HttpResponseMessage answer) => new(
        ExitCode.Failed,
        $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery} was answered with {(int)answer.StatusCode}.");
}
