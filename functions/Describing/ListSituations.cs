using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Describing;

public sealed class ListSituations(Door door, SituationTable table, KnownSituations situations)
{
    [Function(nameof(ListSituations))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/situations")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var found = new List<SituationAnswer>();
            foreach (var id in await table.ListIdsAsync(visit.Deadline))
                if (await situations.FindCurrentAsync(id, visit.Deadline) is { } known)
                    found.Add(SituationAnswer.Brief(known));
            return TypedResults.Json(new SituationsAnswer(found), Json.Options);
        });
}

public sealed record SituationsAnswer(IReadOnlyList<SituationAnswer> Situations);
