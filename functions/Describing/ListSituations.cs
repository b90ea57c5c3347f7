using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Describing;

public sealed class ListSituations(Door door, SituationTable table, KnownSituations situations)
{
    private const int AtATime = 16;

    [Function(nameof(ListSituations))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/situations")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var found = new List<SituationAnswer>();
            foreach (var some in (await table.ListIdsAsync(visit.Deadline)).Chunk(AtATime))
            {
                var briefs = await Task.WhenAll(some.Select(id => situations.FindBriefAsync(id, visit.Deadline)));
                found.AddRange(briefs.OfType<(SituationVersion Version, SituationBrief Brief)>().Select(each => SituationAnswer.Brief(each.Version, each.Brief)));
            }

            return TypedResults.Json(new SituationsAnswer(found), Json.Options);
        });
}

public sealed record SituationsAnswer(IReadOnlyList<SituationAnswer> Situations);
