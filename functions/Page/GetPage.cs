using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;

namespace Parley.Functions.Page;

public sealed class GetPage(Door door, PageFiles files)
{
    // Optional and always empty: an empty route would be the function's name, and a catch-all shadows functions of later names.
    [Function(nameof(GetPage))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{empty:maxlength(0)?}")] HttpRequest request) =>
        door.AnswerAsync(request, _ =>
        {
            request.HttpContext.Response.Headers[HeaderNames.ContentSecurityPolicy] = files.ContentSecurityPolicy;
            return Task.FromResult(request.Answer(files.Page));
        }, mindsQuery: true); // Of no consequence for a file.
}
