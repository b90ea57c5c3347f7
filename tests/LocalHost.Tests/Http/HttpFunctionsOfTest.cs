using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Parley.Local.Tests;

public sealed class HttpFunctionsOfTest(Script script)
{
    [Function("GetThing")]
    public static Ok<string> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:int}")] HttpRequest request, string id) =>
        TypedResults.Ok($"{request.Method} {id}");

    [Function("PostThing")]
    public static async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "things")] HttpRequest request, CancellationToken cancellation)
    {
        var body = await new StreamReader(request.Body).ReadToEndAsync(cancellation);
        return body.Length > 0
            ? TypedResults.Accepted("/things/1", new { body })
            : TypedResults.Problem("Nothing was sent.", statusCode: StatusCodes.Status400BadRequest);
    }

    [Function("Unrouted")]
    public static string Unrouted([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => request.Method;

    [Function("FrontPage")]
    public static string FrontPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{empty:maxlength(0)?}")] HttpRequest request) =>
        $"front page at {request.Path}";

    [Function("Asset")]
    public static string Asset([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "app/{*path}")] HttpRequest request, string path) =>
        $"{request.Path} is {path}";

    [Function("Crash")]
    public static IResult Crash([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "crash")] HttpRequest request) =>
        throw new InvalidOperationException($"a secret of {request.Path}");

    [Function("Wait")]
    public async Task<IResult> WaitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait")] HttpRequest request, CancellationToken cancellation)
    {
        await script.RunAsync(request.Path, cancellation);
        return TypedResults.Ok("waited");
    }

    [Function("Keyed")]
    public static string Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) => request.Method;

    [Function("Admin")]
    public static string Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "for-admins")] HttpRequest request) => request.Method;
}
