using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>
/// Deletes a sweep whatever it is at: from the answer on no reader sees it, and a worker removes its rows. Its id stays taken, so that a
/// repeated submission does not bring it back.
/// </summary>
public sealed class DeleteSweep(Door door, SweepChanges changes, SweepTable sweeps, SweepRequests requests, SweepMetrics metrics, TimeProvider time)
{
    [Function(nameof(DeleteSweep))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/sweeps/{id}")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var row = await changes.MakeAsync(visit, RouteIds.Sweep(id), isDone: (_, now) => now.Status.IsGone(), row => DeleteAsync(row, visit.Deadline));
            if (row.Status == ScenarioStatus.Deleting)
                await requests.TrySendAsync(row.Id);
            return TypedResults.NoContent();
        });

    private async Task<SweepRow?> DeleteAsync(SweepRow row, CancellationToken deadline)
    {
        var deleted = await sweeps.ChangeAsync(row with { Status = ScenarioStatus.Deleting }, SweepOutboxRow.For(row.Id, time.GetUtcNow()), deadline);
        if (deleted is not null && row.Status.IsOpen())
            metrics.Stopped();
        return deleted;
    }
}
