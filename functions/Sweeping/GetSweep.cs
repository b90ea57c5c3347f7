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
            var seen = await ProgressAsync(row, visit.Deadline);
            var isCurrent = request.HasCurrent(SweepStatusAnswer.ETagOf(row, seen));
            // A chunk may have been added since: what is told of them is all of one moment, under the tag of that.
            var (progress, summary) = isCurrent ? (seen, null) : await SummaryAsync(row, seen, visit.Deadline);
            // Only now: an answer that storage is away is no state of the sweep.
            var headers = request.HttpContext.Response.Headers;
            headers.ETag = SweepStatusAnswer.ETagOf(row, progress);
            if (!row.Status.HasEnded())
                headers.RetryAfter = "1";
            return isCurrent
                ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : TypedResults.Json(SweepStatusAnswer.Of(row, progress, summary), Json.Options);
        });

    private async Task<SweepProgress> ProgressAsync(SweepRow row, CancellationToken deadline) =>
        SweepProgress.Of(row, row.Status == ScenarioStatus.Succeeded ? null : (await chunks.FindReadableAsync(row.Id, deadline)).Values);

    // Where nobody can say what it comes to, still where it stands.
    private async Task<(SweepProgress Progress, JsonElement? Summary)> SummaryAsync(SweepRow row, SweepProgress seen, CancellationToken deadline) =>
        row.Status == ScenarioStatus.Succeeded ? (seen, await StoredAsync(row, deadline))
        : seen.ChunksDone > 0 ? await PartialAsync(row, seen, deadline)
        : (seen, null);

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

    private async Task<(SweepProgress Progress, JsonElement? Summary)> PartialAsync(SweepRow row, SweepProgress seen, CancellationToken deadline)
    {
        try
        {
            var (_, sweep) = await stored.FindVisibleAsync(row.Id, deadline);
            var (begun, digests) = await chunks.FindReadableWithDigestsAsync(row, sweep.Quantities, deadline);
            JsonElement? summary = digests.Count == 0 // Removed meanwhile, or damaged.
                ? null
                : JsonElement.Parse(CanonicalJson.Of(Sweeper.Summarise(sweep.Situation, sweep.Sweep, digests, sweep.Variants)));
            return (SweepProgress.Of(row, begun.Values), summary);
        }
        catch (RefusedException refused) when (refused.Answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status422UnprocessableEntity })
        {
            return (seen, null);
        }
    }
}
