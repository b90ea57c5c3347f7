using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

/// <summary>Stops a scenario that has not ended: at once when no worker has begun, else as soon as the worker has heard of it.</summary>
public sealed class CancelScenario(
    Door door, ScenarioChanges changes, ScenarioTable scenarios, EvaluationRequests requests, ScenarioMetrics metrics, TimeProvider time)
{
    [Function(nameof(CancelScenario))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scenarios/{id}/cancel")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var isOurs = false;
            var row = await changes.StopAsync(
                visit, RouteIds.Scenario(id), (_, now) => IsCancelled(now), (row, stop) => CancelAsync(row, stop, visit.Deadline), stopped: () => isOurs = true);
            if (isOurs)
                metrics.Stopped();
            if (row.Status != ScenarioStatus.Cancelling)
                return request.Answer(row, StatusCodes.Status200OK);
            await (isOurs ? requests.TrySendAsync(visit, row) : requests.TrySendAgainAsync(visit, row));
            return request.Answer(row, StatusCodes.Status202Accepted);
        });

    private async Task<ScenarioRow?> CancelAsync(ScenarioRow row, Guid stop, CancellationToken deadline)
    {
        if (!row.Status.IsOpen())
            throw new RefusedException(ChangeProblems.AlreadyEnded(row));

        var now = time.GetUtcNow();
        // A run after the first may have been begun with before an attempt of the former has removed what it left.
        return row is { Claims: 0, Generation: 1 }
            ? await scenarios.FinishAsync(row with { Status = ScenarioStatus.Cancelled, FinishedAt = now, Stop = stop }, deadline)
            : await scenarios.ChangeAsync(row with { Status = ScenarioStatus.Cancelling, Stop = stop }, OutboxRow.For(row.Id, row.Generation, now), deadline);
    }

    private static bool IsCancelled(ScenarioRow row) => row.Status is ScenarioStatus.Cancelling or ScenarioStatus.Cancelled;
}
