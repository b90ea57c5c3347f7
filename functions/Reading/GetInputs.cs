using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

/// <summary>The scenario as it was understood, with every default that does not follow from its situation: sent again, it gives the same result.</summary>
public sealed class GetInputs(Door door, ScenarioTable scenarios)
{
    [Function(nameof(GetInputs))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}/inputs")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var found = await scenarios.FindSubmissionAsync(RouteIds.Scenario(id), visit.Deadline).OrRefuseAsync(ScenarioRow.Noun);
            return found is var (row, submission) && !row.Status.IsGone()
                ? TypedResults.Text(submission, Json.ContentType)
                : Problems.NotFound("scenario");
        });
}
