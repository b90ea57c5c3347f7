using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Contracts;
using Parley.Engine;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Where a sweep stands, and what it comes to: of the variants that are there while it runs, of all once it has succeeded.</summary>
public sealed class GetSweep(Door door, StoredSweeps stored, SweepTable sweeps, SweepChunkTable chunks)
{
    [Function(nameof(GetSweep))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sweeps/{id}")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var row = await sweeps.FindVisibleAsync(RouteIds.Sweep(id), visit.Deadline);
            var done = row.Status == ScenarioStatus.Succeeded ? null : await chunks.FindReadableAsync(row.Id, visit.Deadline);
            var progress = SweepProgress.Of(row, done?.Values);
            var etag = SweepStatusAnswer.ETagOf(row, progress);
            var isCurrent = request.HasCurrent(etag);
            var summary = isCurrent ? null : await SummaryAsync(row, progress, visit.Deadline);
            // Only now: an answer that storage is away is no state of the sweep.
            var headers = request.HttpContext.Response.Headers;
            headers.ETag = etag;
            if (!row.Status.HasEnded())
                headers.RetryAfter = "1";
            return isCurrent
                ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : TypedResults.Json(SweepStatusAnswer.Of(row, progress, summary), Json.Options);
        });

    private async Task<JsonElement?> SummaryAsync(SweepRow row, SweepProgress progress, CancellationToken deadline)
    {
        var summary = row.Status == ScenarioStatus.Succeeded ? await chunks.ReadSummaryAsync(row.Id, deadline)
            : progress.ChunksDone > 0 ? await PartialAsync(row, deadline)
            : null;
        return summary is null ? null : JsonElement.Parse(summary);
    }

    private async Task<byte[]?> PartialAsync(SweepRow row, CancellationToken deadline)
    {
        var digests = await chunks.ReadableDigestsAsync(row.Id, deadline);
        if (digests.Count == 0)
            return null; // Removed meanwhile.
        try
        {
            var (_, sweep) = await stored.FindVisibleAsync(row.Id, deadline);
            return CanonicalJson.Of(Sweeper.Summarise(sweep.Situation, sweep.Sweep, digests, sweep.Variants));
        }
        catch (RefusedException)
        {
            return null; // Nobody can say what it comes to, but still where it stands.
        }
    }
}
