using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Settings;

namespace Parley.Functions.Purging;

/// <summary>Purges by age without waiting for the hour, as much as one request has time for.</summary>
public sealed class PurgeNow(Door door, Purge purge, LimitsOptions limits, TimeProvider time)
{
    // What was begun before is completed in the rest of the time; cut off there, it is completed like what somebody died over.
    private const double ShareToBegin = 0.75;

    [Function(nameof(PurgeNow))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/purge")] HttpRequest request) =>
        door.AnswerAdminAsync(request, async visit =>
        {
            using var enough = new CancellationTokenSource(ShareToBegin * TimeSpan.FromSeconds(limits.AnswerSeconds), time);
            return TypedResults.Json(await purge.RunAsync(enough.Token, visit.Deadline), Json.Options);
        });
}
