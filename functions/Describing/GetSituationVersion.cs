using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Describing;

public sealed class GetSituationVersion(Door door, KnownSituations situations)
{
    [Function(nameof(GetSituationVersion))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/situations/{id}/versions/{number}")] HttpRequest request,
        string id,
        string number) =>
        door.AnswerAsync(request, async visit =>
            await request.AnswerAsync("version", () => situations.FindAsync(RouteIds.Situation(id), RouteIds.Version(number), visit.Deadline)));
}
