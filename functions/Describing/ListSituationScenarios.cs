using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Describing;

public sealed class ListSituationScenarios(Door door, KnownSituations situations, ShippedScenarios shipped)
{
    [Function(nameof(ListSituationScenarios))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/situations/{id}/scenarios")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
            await situations.FindCurrentVersionAsync(RouteIds.Situation(id), visit.Deadline).OrRefuseSituationAsync() is { } situation
                ? TypedResults.Json(new ShippedScenariosAnswer(shipped.Of(situation.Id)), Json.Options)
                : Problems.NotFound("situation"));
}

public sealed record ShippedScenariosAnswer(IReadOnlyList<ShippedScenario> Scenarios);
