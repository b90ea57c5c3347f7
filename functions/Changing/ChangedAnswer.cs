using Microsoft.AspNetCore.Http;
using Parley.Functions.Answering;
using Parley.Functions.Reading;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

internal static class ChangedAnswer
{
    /// <summary>Where the scenario stands after the change, with the tag for the next one.</summary>
    public static IResult Answer(this HttpRequest request, ScenarioRow row, int status)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = StatusAnswer.ETagOf(row, stale: null);
        if (!row.Status.HasEnded())
            headers.RetryAfter = "1";
        return TypedResults.Json(StatusAnswer.Of(row, current: null), Json.Options, statusCode: status);
    }
}
