using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Purging;

/// <summary>Purges by age without waiting for the hour, as much as one request has time for.</summary>
public sealed class PurgeNow(Door door, Purge purge, TimeProvider time)
{
    // What was begun in time gets a little longer; cut off there, it is completed like what somebody died over.
    private static readonly TimeSpan ToComplete = TimeSpan.FromSeconds(1);

    [Function(nameof(PurgeNow))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/purge")] HttpRequest request) =>
        door.AnswerAdminAsync(request, async visit =>
        {
            using var over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
            await using var enough = visit.Deadline.Register(() => over.CancelAfter(ToComplete));
            return TypedResults.Json(await purge.RunAsync(enough: visit.Deadline, over.Token), Json.Options);
        });
}
