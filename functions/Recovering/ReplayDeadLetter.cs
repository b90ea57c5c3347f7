using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Changing;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Recovering;

/// <summary>Runs a scenario again that was given up, once what made it fail is mended: a new generation, as by a rerun.</summary>
public sealed class ReplayDeadLetter(Door door, DeadLetterTable letters, Changes changes, Reruns reruns, EvaluationRequests requests)
{
    [Function(nameof(ReplayDeadLetter))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/dead-letters/{id}/replay")] HttpRequest request, string id) =>
        door.AnswerAdminAsync(request, async visit =>
        {
            if (await letters.FindAsync(RouteIds.DeadLetter(id), visit.Deadline) is not var (letter, text))
                return Problems.NotFound("dead letter");
            if (ScenarioMessage.Parse(text) is not { IsReadable: true } message)
                return ReplayProblems.Unreadable(letter);

            var row = await changes.MakeAsync(visit, message.Id, Reruns.IsSame, row => row.IsGivenUp(message)
                ? reruns.BeginAsync(row, visit.Deadline)
                : throw new RefusedException(ReplayProblems.MovedOn(row)));
            if (row.Status == ScenarioStatus.Accepted)
                await requests.TrySendAsync(row);
            await letters.NoteReplayAsync(letter.Id, visit.Deadline);
            request.HttpContext.Response.Headers.Location = Addresses.Scenario(row.Id);
            return request.Answer(row, StatusCodes.Status202Accepted);
        });
}
