using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Watching;

/// <summary>Answers whether storage does, and soon. Asks for no caller: probes have none, and the answer tells nothing.</summary>
public sealed class CheckReady(SituationTable situations, ScenarioMessages queue, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Function(nameof(CheckReady))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/ready")] HttpRequest request)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        try
        {
            await Task.WhenAll(situations.ListIdsAsync(deadline.Token), queue.DepthAsync(deadline.Token));
            return TypedResults.Json(new HealthAnswer("ready"), Json.Options).Protected(request);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            return Problems.Away.Protected(request);
        }
    }
}
