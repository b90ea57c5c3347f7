using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

/// <summary>
/// Evaluates a scenario that has ended once more, with the engine of today and the version of the situation that it was accepted under:
/// a scenario is one question, and its runs differ by the engine alone. The former result stands until the new run has succeeded.
/// </summary>
public sealed class RerunScenario(Door door, ScenarioChanges changes, Reruns reruns, CallerLimits callers, EvaluationRequests requests)
{
    [Function(nameof(RerunScenario))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scenarios/{id}/rerun")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var row = await BeginAsync(visit, RouteIds.Scenario(id));
            if (row.Status == ScenarioStatus.Accepted)
                await requests.TrySendAsync(visit, row);
            request.HttpContext.Response.Headers.Location = Addresses.Scenario(row.Id);
            return request.Answer(row, StatusCodes.Status202Accepted);
        });

    private async Task<ScenarioRow> BeginAsync(Visit visit, Guid id)
    {
        var (charge, isOurs) = ((Charge?)null, false);
        try
        {
            return await changes.MakeAsync(visit, id, Reruns.IsSame, async row =>
            {
                // Once, also when somebody was faster and it is tried again.
                if (row.Status.HasEnded())
                    charge ??= await callers.ChargeAsync(visit, row.Cost);
                var begun = await reruns.BeginAsync(row, visit.Deadline);
                isOurs = begun is not null;
                return begun;
            });
        }
        finally
        {
            // Refused, or somebody who asked at the same time has paid for it.
            if (!isOurs && charge is not null)
                callers.GiveBack(charge);
        }
    }
}
