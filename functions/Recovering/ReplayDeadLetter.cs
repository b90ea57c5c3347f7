using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
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
    SweepChunkTable chunks)
{
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
            await requests.TrySendAsync(row);
        await letters.NoteReplayAsync(letter.Id, visit.Deadline);
        visit.Request.HttpContext.Response.Headers.Location = Addresses.Scenario(row.Id);
        return visit.Request.Answer(row, StatusCodes.Status202Accepted);
    }

    private async Task<IResult> ReplayAsync(Visit visit, DeadLetter letter, SweepMessage message)
    {
        var row = await sweepChanges.MakeAsync(visit, message.Sweep, SweepReplays.IsSame, row => sweepReplays.BeginAsync(row, visit.Deadline));
        await sweepRequests.TrySendAsync(row.Id);
        await letters.NoteReplayAsync(letter.Id, visit.Deadline);
        var progress = SweepProgress.Of(row, (await chunks.FindReadableAsync(row.Id, visit.Deadline)).Values);
        var headers = visit.Request.HttpContext.Response.Headers;
        headers.Location = Addresses.Sweep(row.Id);
        headers.ETag = SweepStatusAnswer.ETagOf(row, progress);
        headers.RetryAfter = "1";
        return TypedResults.Json(SweepStatusAnswer.Of(row, progress, summary: null), Json.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
