using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Describing;

public sealed class ListSituations(Door door, SituationTable table, KnownSituations situations, ILogger<ListSituations> log)
{
    private const int AtATime = 16;

    [Function(nameof(ListSituations))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/situations")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var found = new List<SituationAnswer>();
            foreach (var some in (await table.ListIdsAsync(visit.Deadline)).Chunk(AtATime))
            {
                var briefs = await Task.WhenAll(some.Select(id => FindBriefAsync(id, visit.Deadline)));
                found.AddRange(briefs.OfType<(SituationVersion Version, SituationBrief Brief)>().Select(each => SituationAnswer.Brief(each.Version, each.Brief)));
            }

            return TypedResults.Json(new SituationsAnswer(found), Json.Options);
        });

    private async Task<(SituationVersion Version, SituationBrief Brief)?> FindBriefAsync(string id, CancellationToken deadline)
    {
        try
        {
            return await situations.FindBriefAsync(id, deadline);
        }
        catch (InvalidDataException unreadable)
        {
            log.LeftOut(id, unreadable);
            return null;
        }
    }
}

public sealed record SituationsAnswer(IReadOnlyList<SituationAnswer> Situations);

internal static partial class ListSituationsLog
{
    [LoggerMessage(LogLevel.Warning, "Situation {Situation}: what is stored of it can no longer be read; the listing goes without it.")]
    public static partial void LeftOut(this ILogger log, string situation, Exception unreadable);
}
