using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Contracts;
using Parley.Engine;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Where a sweep stands, and what it comes to: of the variants that are there while it runs, of all once it has succeeded.</summary>
public sealed class GetSweep(Door door, StoredSweeps stored, SweepTable sweeps, SweepChunkTable chunks, ILogger<GetSweep> log)
{
    [Function(nameof(GetSweep))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sweeps/{id}")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var row = await chunks.WithEngineAsync(await sweeps.FindVisibleAsync(RouteIds.Sweep(id), visit.Deadline), visit.Deadline);
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

    // Where nobody can say what it comes to, still where it stands.
    private Task<JsonElement?> SummaryAsync(SweepRow row, SweepProgress progress, CancellationToken deadline) =>
        row.Status == ScenarioStatus.Succeeded ? StoredAsync(row, deadline)
        : progress.ChunksDone > 0 ? PartialAsync(row, deadline)
        : Task.FromResult<JsonElement?>(null);

    private async Task<JsonElement?> StoredAsync(SweepRow row, CancellationToken deadline)
    {
        try
        {
            return await chunks.ReadSummaryAsync(row.Id, deadline) is { } summary ? JsonElement.Parse(summary) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException)
        {
            log.SummaryUnreadable(row.Id, unreadable);
            return null;
        }
    }

    private async Task<JsonElement?> PartialAsync(SweepRow row, CancellationToken deadline)
    {
        try
        {
            var (_, sweep) = await stored.FindVisibleAsync(row.Id, deadline);
            var digests = await chunks.ReadableDigestsAsync(row, sweep.Quantities, deadline);
            return digests.Count == 0 // Removed meanwhile, or damaged.
                ? null
                : JsonElement.Parse(CanonicalJson.Of(Sweeper.Summarise(sweep.Situation, sweep.Sweep, digests, sweep.Variants)));
        }
        catch (RefusedException refused) when (refused.Answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status422UnprocessableEntity })
        {
            return null;
        }
    }
}
