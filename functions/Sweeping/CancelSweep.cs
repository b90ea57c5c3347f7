using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>
/// Cancels a sweep at once: no further chunk is begun with. What was evaluated by then can still be read; a chunk that is being evaluated
/// may be added to it.
/// </summary>
public sealed class CancelSweep(Door door, SweepChanges changes, SweepTable sweeps, SweepChunkTable chunks, SweepMetrics metrics, TimeProvider time)
{
    [Function(nameof(CancelSweep))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sweeps/{id}/cancel")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var cancelled = await changes.StopAsync(
                visit, RouteIds.Sweep(id), (_, now) => IsCancelled(now), (row, stop) => CancelAsync(row, stop, visit.Deadline), metrics.Stopped);
            var row = await chunks.WithEngineAsync(cancelled, visit.Deadline);
            var progress = SweepProgress.Of(row, (await chunks.FindReadableAsync(row.Id, visit.Deadline)).Values);
            request.HttpContext.Response.Headers.ETag = SweepStatusAnswer.ETagOf(row, progress);
            return TypedResults.Json(SweepStatusAnswer.Of(row, progress, summary: null), Json.Options);
        });

    private async Task<SweepRow?> CancelAsync(SweepRow row, Guid stop, CancellationToken deadline)
    {
        if (!row.Status.IsOpen())
            throw new RefusedException(SweepProblems.AlreadyEnded(row));
        return await sweeps.FinishAsync(
            row with { Status = ScenarioStatus.Cancelled, FinishedAt = time.GetUtcNow(), Owner = "", EngineVersion = row.EngineOfNumbers, Stop = stop }, deadline);
    }

    private static bool IsCancelled(SweepRow row) => row.Status == ScenarioStatus.Cancelled;
}
