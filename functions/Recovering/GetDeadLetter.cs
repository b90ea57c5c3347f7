using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Recovering;

public sealed class GetDeadLetter(Door door, DeadLetterTable letters)
{
    [Function(nameof(GetDeadLetter))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/dead-letters/{id}")] HttpRequest request, string id) =>
        door.AnswerAdminAsync(request, async visit =>
            await letters.FindAsync(RouteIds.DeadLetter(id), visit.Deadline).OrRefuseAsync(ReplayProblems.Damaged) is var (letter, message)
                ? TypedResults.Json(DeadLetterAnswer.Of(letter) with { Message = message }, Json.Options)
                : Problems.NotFound("dead letter"));
}
