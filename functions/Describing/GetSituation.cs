using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Describing;

public sealed class GetSituation(Door door, KnownSituations situations)
{
    [Function(nameof(GetSituation))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/situations/{id}")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit => await request.AnswerAsync("situation", () => situations.FindCurrentAsync(RouteIds.Situation(id), visit.Deadline)));
}
