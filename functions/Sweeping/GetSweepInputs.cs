using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>The sweep as it was understood, every default written out: sent again, it gives the same result.</summary>
public sealed class GetSweepInputs(Door door, SweepTable sweeps)
{
    [Function(nameof(GetSweepInputs))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sweeps/{id}/inputs")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var found = await sweeps.FindSubmissionAsync(RouteIds.Sweep(id), visit.Deadline).OrRefuseAsync(SweepRow.Noun);
            return found is var (row, submission) && !row.Status.IsGone() ? TypedResults.Text(submission, Json.ContentType) : Problems.NotFound("sweep");
        });
}
