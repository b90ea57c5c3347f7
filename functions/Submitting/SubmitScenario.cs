using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Reading;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Submitting;

public sealed class SubmitScenario(
    Door door, Submissions submissions, Acceptance acceptance, Waiting waiting, LimitsOptions limits, TimeProvider time, ILogger<SubmitScenario> log)
{
    [Function(nameof(SubmitScenario))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scenarios")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var key = Identity.KeyOf(request);
            var body = await request.ReadJsonAsync(limits.BodyBytes);
            var reading = await submissions.ReadAsync(body, visit.Deadline);
            return reading.Value is { } submission
                ? await AcceptAsync(visit, key, submission)
                : Problems.Invalid(reading.Problems);
        });

    private async Task<IResult> AcceptAsync(Visit visit, string? key, Submission submission)
    {
        var id = Identity.IdOf(visit.Caller, key, time.GetUtcNow());
        var answer = visit.Request.HttpContext.Response;
        try
        {
            if (await acceptance.AcceptAsync(id, submission, visit.Deadline) is not { } row)
                return Problems.OtherPayload(id);
            answer.Headers.Location = Addresses.Scenario(id);
            if (visit.Request.WaitSeconds() is > 0 and var seconds
                && await waiting.ForEndAsync(id, seconds, visit.Request.HttpContext.RequestAborted) is { } ended)
            {
                answer.Headers["Preference-Applied"] = "wait";
                return TypedResults.Json(StatusAnswer.Of(ended, ended.Situation), Json.Options);
            }

            answer.Headers.RetryAfter = "1";
            return TypedResults.Json(AcceptedAnswer.Of(row), Json.Options, statusCode: StatusCodes.Status202Accepted);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.MaybeAccepted(id, fault);
            answer.Headers.RetryAfter = "2";
            return Problems.MaybeAccepted(id, hasKey: key is not null);
        }
    }
}
