using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Contracts;
using Parley.Functions.Answering;
using Parley.Functions.Reading;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Submitting;

public sealed class SubmitScenario(
    Door door, Submissions submissions, Acceptance acceptance, Waiting waiting, LimitsOptions limits, CallerLimits callers, TimeProvider time, ILogger<SubmitScenario> log)
{
    [Function(nameof(SubmitScenario))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scenarios")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var key = Identity.KeyOf(request);
            var body = await request.ReadJsonAsync(limits.BodyBytes);
            if (key is not null && await RepeatedAsync(visit, key, body) is { } again)
                return again;
            var reading = await submissions.ReadAsync(body, visit.Deadline);
            return reading.Value is { } submission
                ? await AcceptAsync(visit, key, submission)
                : Problems.Invalid(reading.Problems);
        });

    private async Task<IResult> AcceptAsync(Visit visit, string? key, Submission submission)
    {
        var charge = await callers.ChargeAsync(visit, submission.Cost);
        var id = Identity.IdOf(visit.Caller, key, time.GetUtcNow());
        var answer = visit.Request.HttpContext.Response;
        var isNew = false;
        try
        {
            var accepted = await acceptance.AcceptAsync(id, submission, visit.Deadline).OrRefuseAsync(ScenarioRow.Noun);
            isNew = accepted?.IsNew == true;
            return accepted is { Row: var row } ? await AnswerAsync(visit, row) : Problems.OtherPayload(ScenarioRow.Noun, id);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.MaybeAccepted(id, fault);
            answer.Headers.RetryAfter = "2";
            return Problems.MaybeAccepted(ScenarioRow.Noun, id, hasKey: key is not null);
        }
        finally
        {
            // Refused, or somebody who came at the same time with the same key has paid for it.
            if (!isNew)
                callers.GiveBack(charge);
        }
    }

    /// <summary>The answer that the key has had before; null when it is new.</summary>
    private async Task<IResult?> RepeatedAsync(Visit visit, string key, ReadOnlyMemory<byte> body)
    {
        var id = Identity.IdOf(visit.Caller, key, time.GetUtcNow());
        var (first, isSame) = await acceptance.FindFirstAsync(id, Fingerprint.OfPayload(body), visit.Deadline).OrRefuseAsync(ScenarioRow.Noun);
        if (first is null)
            return null;
        if (!isSame)
            return Problems.OtherPayload(ScenarioRow.Noun, id);
        await acceptance.AskAsync(first);
        return await AnswerAsync(visit, first);
    }

    private async Task<IResult> AnswerAsync(Visit visit, ScenarioRow row)
    {
        if (row.Status.IsGone())
            return Problems.Deleted(ScenarioRow.Noun, row.Id);

        var headers = visit.Request.HttpContext.Response.Headers;
        headers.Location = Addresses.Scenario(row.Id);
        if (visit.Request.WaitSeconds() is > 0 and var seconds
            && await waiting.ForEndAsync(row.Id, seconds, visit.Request.HttpContext.RequestAborted) is { } ended)
        {
            headers["Preference-Applied"] = "wait";
            return TypedResults.Json(StatusAnswer.Of(ended, current: null), Json.Options);
        }

        headers.RetryAfter = "1";
        return TypedResults.Json(AcceptedAnswer.Of(row), Json.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
