using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

/// <summary>
/// Deletes a scenario whatever it is at: from the answer on no reader sees it, and a worker removes its rows. Its id stays taken, so that
/// a repeated submission does not bring it back.
/// </summary>
public sealed class DeleteScenario(
    Door door, ScenarioChanges changes, ScenarioTable scenarios, EvaluationRequests requests, ScenarioMetrics metrics, TimeProvider time)
{
    [Function(nameof(DeleteScenario))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/scenarios/{id}")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var row = await changes.StopAsync(
                visit, RouteIds.Scenario(id), isDone: (_, now) => now.Status.IsGone(), (row, stop) => DeleteAsync(row, stop, visit.Deadline), metrics.Stopped);
            if (row.Status == ScenarioStatus.Deleting)
                await requests.TrySendAsync(visit, row);
            return TypedResults.NoContent();
        });

    private Task<ScenarioRow?> DeleteAsync(ScenarioRow row, Guid stop, CancellationToken deadline) => scenarios.ChangeAsync(
        row with { Status = ScenarioStatus.Deleting, Stop = stop }, OutboxRow.For(row.Id, row.Generation, time.GetUtcNow()), deadline);
}
