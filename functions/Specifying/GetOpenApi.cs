using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Specifying;

public sealed class GetOpenApi(Door door)
{
    [Function(nameof(GetOpenApi))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        door.AnswerAsync(request, _ => Task.FromResult<IResult>(TypedResults.Text(OpenApi.Json, Json.ContentType)));
}
