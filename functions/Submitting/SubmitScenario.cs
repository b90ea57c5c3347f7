using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
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
            var id = Identity.IdOf(visit.Caller, key, time.GetUtcNow());
            try
            {
                var reading = await submissions.ReadAsync(body, visit.Deadline);
                var submission = reading.Value ?? throw new RefusedException(Problems.Invalid(reading.Problems));
                // A charge that takes a call is not made for what was paid for before.
                return key is not null && !callers.Covers(visit, submission.Cost) && await RepeatedAsync(visit, id, body) is { } first
                    ? first
                    : await AcceptAsync(visit, id, submission, hasKey: key is not null);
            }
            catch (Exception refusal) when (key is not null && (refusal is RefusedException || StorageFault.IsTransient(refusal)))
            {
                // Looked up only now, so that what is new costs no call for it.
                var headers = request.HttpContext.Response.Headers;
                var retryAfter = headers.RetryAfter;
                headers.Remove(HeaderNames.RetryAfter);
                if (await RepeatedAsync(visit, id, body) is { } first)
                    return first;
                headers.RetryAfter = retryAfter;
                throw;
            }
        });

    private async Task<IResult> AcceptAsync(Visit visit, Guid id, Submission submission, bool hasKey)
    {
        var charge = await callers.ChargeAsync(visit, submission.Cost);
        var isNew = false;
        try
        {
            var accepted = await acceptance.AcceptAsync(visit, id, submission).OrRefuseAsync(ScenarioRow.Noun);
            isNew = accepted?.IsNew == true;
            return accepted is { Row: var row } ? await AnswerAsync(visit, row) : Problems.OtherPayload(ScenarioRow.Noun, id);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.MaybeAccepted(id, fault);
            visit.Request.HttpContext.Response.Headers.RetryAfter = "2";
            return Problems.MaybeAccepted(ScenarioRow.Noun, id, hasKey);
        }
        finally
        {
            // Refused, or accepted before, with the same key.
            if (!isNew)
                callers.GiveBack(charge);
        }
    }

    /// <summary>
    /// The answer to what the same key stands for already, null when it is new: a repeated request gets its first answer even when the situation,
    /// a default or a limit has changed since, so that it would be refused now.
    /// </summary>
    private async Task<IResult?> RepeatedAsync(Visit visit, Guid id, ReadOnlyMemory<byte> body)
    {
        if (await acceptance.FindFirstAsync(id, visit.Deadline).OrRefuseAsync(ScenarioRow.Noun) is not { } first)
            return null;
        if (first.Fingerprint != Fingerprint.OfPayload(body))
            return Problems.OtherPayload(ScenarioRow.Noun, id);
        await acceptance.AskAgainAsync(visit, first);
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
