using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Page;

public sealed class GetPageFile(Door door, PageFiles files)
{
    // A name holds the hash of its content, which therefore never changes.
    private const string ForEver = "private, max-age=31536000, immutable";

    [Function(nameof(GetPageFile))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "app/{*path}")] HttpRequest request, string? path) =>
        door.AnswerAsync(request, _ =>
        {
            if (files.Find(path) is not { } file)
                return Task.FromResult<IResult>(Problems.NotFound("file of the page"));
            request.HttpContext.Response.Headers.CacheControl = ForEver;
            return Task.FromResult(request.Answer(file));
        }, mindsQuery: true); // Of no consequence for a file.
}
