using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Watching;

/// <summary>Answers as long as the process does. Asks for no caller: probes have none, and the answer tells nothing.</summary>
public sealed class CheckLive
{
    [Function(nameof(CheckLive))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) =>
        TypedResults.Json(new HealthAnswer("live"), Json.Options).Protected(request);
}

public sealed record HealthAnswer(string Status);
