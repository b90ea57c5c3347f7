using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Changing;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;

namespace Parley.Functions.Recovering;

/// <summary>
/// Runs again what was given up, once what made it fail is mended: a scenario as a new generation, as by a rerun; of a sweep what is missing.
/// </summary>
public sealed class ReplayDeadLetter(
    Door door,
    DeadLetterTable letters,
    ScenarioChanges changes,
    Reruns reruns,
    EvaluationRequests requests,
    SweepChanges sweepChanges,
    SweepReplays sweepReplays,
    SweepRequests sweepRequests,
    SweepChunkTable chunks,
    ILogger<ReplayDeadLetter> log)
{
    private static readonly TimeSpan NoteWithin = TimeSpan.FromSeconds(2);

    [Function(nameof(ReplayDeadLetter))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/dead-letters/{id}/replay")] HttpRequest request, string id) =>
        door.AnswerAdminAsync(request, async visit =>
        {
            if (await letters.FindAsync(RouteIds.DeadLetter(id), visit.Deadline).OrRefuseAsync(ReplayProblems.Damaged) is not var (letter, text))
                return Problems.NotFound("dead letter");
            if (ScenarioMessage.Parse(text) is { } message)
                return await ReplayAsync(visit, letter, message);
            if (SweepMessage.Parse(text) is { } ofSweep)
                return await ReplayAsync(visit, letter, ofSweep);
            return ReplayProblems.Unreadable(letter);
        });

    private async Task<IResult> ReplayAsync(Visit visit, DeadLetter letter, ScenarioMessage message)
    {
        var row = await changes.MakeAsync(visit, message.Id, Reruns.IsSame, row => row.IsGivenUp(message)
            ? reruns.BeginAsync(row, visit.Deadline)
            : throw new RefusedException(ReplayProblems.MovedOn(row)));
        if (row.Status == ScenarioStatus.Accepted)
            await requests.TrySendAsync(visit, row);
        await TryNoteAsync(letter, visit);
        visit.Request.HttpContext.Response.Headers.Location = Addresses.Scenario(row.Id);
        return visit.Request.Answer(row, StatusCodes.Status202Accepted);
    }

    private async Task<IResult> ReplayAsync(Visit visit, DeadLetter letter, SweepMessage message)
    {
        var row = await sweepChanges.MakeAsync(visit, message.Sweep, SweepReplays.IsSame, row => sweepReplays.BeginAsync(row, visit.Deadline));
        await sweepRequests.TrySendAsync(visit, row.Id);
        await TryNoteAsync(letter, visit);
        var progress = SweepProgress.Of(row, await FindBegunAsync(visit, row));
        var headers = visit.Request.HttpContext.Response.Headers;
        headers.Location = Addresses.Sweep(row.Id);
        headers.ETag = SweepStatusAnswer.ETagOf(row, progress);
        headers.RetryAfter = "1";
        return TypedResults.Json(SweepStatusAnswer.Of(row, progress, summary: null), Json.Options, statusCode: StatusCodes.Status202Accepted);
    }

    // It goes on by now, whether or not it can be told how far it is: repeated, the replay would be refused.
    private async Task<IEnumerable<SweepChunk>> FindBegunAsync(Visit visit, SweepRow row)
    {
        using var within = visit.Within(NoteWithin);
        try
        {
            return (await chunks.FindReadableAsync(row.Id, within.Token)).Values;
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.ProgressUnknown(row.Id, fault);
            return [];
        }
    }

    // The run was begun by now, whether or not the letter says so.
    private async Task TryNoteAsync(DeadLetter letter, Visit visit)
    {
        using var within = visit.Within(NoteWithin);
        try
        {
            await letters.NoteReplayAsync(letter.Id, within.Token);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.ReplayNotNoted(letter.Id, fault);
        }
    }
}

internal static partial class ReplayLog
{
    [LoggerMessage(LogLevel.Information, "Dead letter {Letter}: replayed, but storage was away when that was to be noted.")]
    public static partial void ReplayNotNoted(this ILogger log, string letter, Exception fault);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: replayed, but storage was away when it was to be told how far it is.")]
    public static partial void ProgressUnknown(this ILogger log, Guid sweep, Exception fault);
}
