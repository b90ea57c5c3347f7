using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Parley.Requests;

/// <summary>Sends requests one after another and holds each answer against what its title announces.</summary>
internal sealed class Walk(HttpClient http, Uri host)
{
    // A host that has to start from nothing, and then an evaluation.
    private static readonly TimeSpan LongestEvaluation = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private readonly string run = $"{Guid.NewGuid():N}";
    private readonly List<string> ids = [];
    private string? sweep;

    /// <returns>What is wrong with the answer, or nothing.</returns>
    public async Task<string?> SendAsync(NamedRequest request)
    {
        using var message = request.With(host, ids, sweep, run);
        using var answer = await http.SendAsync(message);
        if (answer.StatusCode != request.Status)
            return $"{(int)answer.StatusCode} instead of {(int)request.Status}: {await answer.Content.ReadAsStringAsync()}";
        if (request.Headers.TryGetValue("Accept", out var accepted) && answer.Content.Headers.ContentType?.MediaType != accepted)
            return $"{answer.Content.Headers.ContentType} instead of {accepted}";
        return request.Submits || request.SubmitsSweep ? await FollowAsync(answer, request.SubmitsSweep) : null;
    }

    /// <summary>Deletes what was submitted.</summary>
    public async Task CleanUpAsync()
    {
        foreach (var address in ids.Select(id => $"/api/scenarios/{id}").Concat(sweep is null ? [] : [$"/api/sweeps/{sweep}"]))
            using (await http.DeleteAsync(new Uri(host, address)))
            {
            }
    }

    private async Task<string?> FollowAsync(HttpResponseMessage answer, bool isSweep)
    {
        var id = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToString();
        if (isSweep)
            sweep = id;
        else if (!ids.Contains(id))
            ids.Add(id);
        var (what, address) = isSweep ? ("sweep", $"/api/sweeps/{id}") : ("scenario", $"/api/scenarios/{id}");

        var deadline = DateTime.UtcNow + LongestEvaluation;
        while (DateTime.UtcNow < deadline)
        {
            var status = (await http.GetFromJsonAsync<JsonObject>(new Uri(host, address)))!["status"]!.ToString();
            if (status is not ("Accepted" or "Running"))
                return status == "Succeeded" ? null : $"the {what} ended as {status}";
            await Task.Delay(BetweenLooks);
        }

        return $"the {what} had not ended after {LongestEvaluation}";
    }
}
