using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Describing;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

public sealed class GetScenario(Door door, ScenarioTable scenarios, KnownSituations situations)
{
    [Function(nameof(GetScenario))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var row = await scenarios.FindVisibleAsync(RouteIds.Scenario(id), visit.Deadline);
            var current = row.Result is not null ? await situations.FindReadableVersionAsync(row.Situation.Id, visit.Deadline) : null;
            var (headers, etag) = (request.HttpContext.Response.Headers, StatusAnswer.ETagOf(row, StatusAnswer.StalenessOf(row, current)));
            headers.ETag = etag;
            if (!row.Status.HasEnded())
                headers.RetryAfter = "1";
            return request.HasCurrent(etag)
                ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : TypedResults.Json(StatusAnswer.Of(row, current), Json.Options);
        });
}
