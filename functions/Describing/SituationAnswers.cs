using Microsoft.AspNetCore.Http;
using Parley.Functions.Answering;

namespace Parley.Functions.Describing;

internal static class SituationAnswers
{
    public static string ETag(string hash) => $"\"{hash}\"";

    /// <summary>The situation with its document, or word that the client has it already: a hash stands for one content.</summary>
    public static IResult Answer(this HttpRequest request, KnownSituation? known)
    {
        if (known is null)
            return Problems.NotFound("situation");
        var etag = ETag(known.Version.Hash);
        request.HttpContext.Response.Headers.ETag = etag;
        return request.HasCurrent(etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Json(SituationAnswer.Of(known), Json.Options);
    }
}
