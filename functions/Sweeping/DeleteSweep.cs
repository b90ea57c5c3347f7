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
            var row = await changes.StopAsync(
                visit, RouteIds.Sweep(id), isDone: (_, now) => now.Status.IsGone(), (row, stop) => DeleteAsync(row, stop, visit.Deadline), metrics.Stopped);
            if (row.Status == ScenarioStatus.Deleting)
                await requests.TrySendAsync(visit, row.Id);
            return TypedResults.NoContent();
        });

    private Task<SweepRow?> DeleteAsync(SweepRow row, Guid stop, CancellationToken deadline) =>
        sweeps.ChangeAsync(row with { Status = ScenarioStatus.Deleting, Stop = stop }, SweepOutboxRow.For(row.Id, time.GetUtcNow()), deadline);
}
