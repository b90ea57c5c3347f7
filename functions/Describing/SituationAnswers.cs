using Microsoft.AspNetCore.Http;
using Parley.Functions.Answering;

namespace Parley.Functions.Describing;

internal static class SituationAnswers
{
    public static string ETag(string hash) => $"\"{hash}\"";

    /// <summary>What was looked for, or why there is no answer: what an earlier version has stored may not be read by this one.</summary>
    public static async Task<IResult> AnswerAsync(this HttpRequest request, Func<Task<KnownSituation?>> find)
    {
        try
        {
            return request.Answer(await find());
        }
        catch (InvalidDataException unreadable)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "The situation can no longer be read", $"{unreadable.Message} Put a content that can.");
        }
    }

    /// <summary>The situation with its document, or word that the client has it already: a hash stands for one content.</summary>
    private static IResult Answer(this HttpRequest request, KnownSituation? known)
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
