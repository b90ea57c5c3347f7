using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Purging;

/// <summary>Purges by age without waiting for the hour, as much as one request has time for.</summary>
public sealed class PurgeNow(Door door, Purge purge)
{
    [Function(nameof(PurgeNow))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/purge")] HttpRequest request) =>
        door.AnswerAdminAsync(request, async visit =>
            TypedResults.Json(await purge.RunAsync(enough: visit.Deadline, CancellationToken.None), Json.Options));
}
