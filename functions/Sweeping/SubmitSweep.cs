using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Settings;
using Parley.Functions.Storage;
using Parley.Functions.Submitting;

namespace Parley.Functions.Sweeping;

/// <summary>Accepts a sweep. A key is required: a sweep is too much work to be made twice by a repeated request.</summary>
public sealed class SubmitSweep(
    Door door, SweepSubmissions submissions, SweepAcceptance acceptance, SweepTable sweeps, LimitsOptions limits, CallerLimits callers, ILogger<SubmitSweep> log)
{
    [Function(nameof(SubmitSweep))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sweeps")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var key = Identity.KeyOf(request);
            var body = await request.ReadJsonAsync(limits.BodyBytes);
            if (key is null)
                return Problems.Invalid(SweepProblems.NoKey, (await submissions.ReadAsync(body, visit.Deadline)).Problems);
            var id = Identity.IdOf(SweepCaller(visit), key, default);
            // Looked up before the payload is read: a repeated request gets its first answer even when a default or a limit has changed.
            if (await sweeps.FindAsync(id, visit.Deadline).OrRefuseAsync(SweepRow.Noun) is { } first)
                return await acceptance.IsSameAsync(first, body, visit.Deadline).OrRefuseAsync(SweepRow.Noun) ? await AgainAsync(visit, first) : Problems.OtherPayload(SweepRow.Noun, id);
            var reading = await submissions.ReadAsync(body, visit.Deadline);
            return reading.Value is { } submission ? await AcceptAsync(visit, id, submission) : Problems.Invalid(reading.Problems);
        });

    private async Task<IResult> AcceptAsync(Visit visit, Guid id, SweepSubmission submission)
    {
        var charge = await callers.ChargeAsync(visit, submission.Cost);
        var isNew = false;
        try
        {
            var accepted = await acceptance.AcceptAsync(visit, id, submission).OrRefuseAsync(SweepRow.Noun);
            isNew = accepted?.IsNew == true;
            return accepted is { Row: var row } ? Answer(visit, row) : Problems.OtherPayload(SweepRow.Noun, id);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.MaybeAccepted(id, fault);
            visit.Request.HttpContext.Response.Headers.RetryAfter = "2";
            return Problems.MaybeAccepted(SweepRow.Noun, id, hasKey: true);
        }
        finally
        {
            // Refused, or somebody who came at the same time with the same key has paid for it.
            if (!isNew)
                callers.GiveBack(charge);
        }
    }

    private async Task<IResult> AgainAsync(Visit visit, SweepRow first)
    {
        await acceptance.AskAgainAsync(visit, first);
        return Answer(visit, first);
    }

    // A caller's key for a scenario and the same one for a sweep mean two things.
    private static string SweepCaller(Visit visit) => $"{visit.Caller}\0sweeps";

    private static IResult Answer(Visit visit, SweepRow row)
    {
        if (row.Status.IsGone())
            return Problems.Deleted(SweepRow.Noun, row.Id);
        var headers = visit.Request.HttpContext.Response.Headers;
        headers.Location = Addresses.Sweep(row.Id);
        headers.RetryAfter = "1";
        return TypedResults.Json(AcceptedSweepAnswer.Of(row), Json.Options, statusCode: StatusCodes.Status202Accepted);
    }
}

/// <summary>The first answer, given again word for word to every repetition of the request.</summary>
/// <param name="Chunks">Parts in which the variants are evaluated.</param>
public sealed record AcceptedSweepAnswer(Guid Id, string Status, SituationVersion Situation, int Variants, int Chunks, double Cost, SweepLinks Links)
{
    public static AcceptedSweepAnswer Of(SweepRow row) => new(
        row.Id, nameof(ScenarioStatus.Accepted), row.Situation, row.Variants, row.Chunks, row.Cost, SweepLinks.Of(row.Id));
}

public sealed record SweepLinks(string Self, string Inputs, string Variants)
{
    public static SweepLinks Of(Guid id) => new(Addresses.Sweep(id), Addresses.SweepInputs(id), Addresses.SweepVariants(id));
}
