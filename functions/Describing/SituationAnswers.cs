using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Functions.Answering;

namespace Parley.Functions.Describing;

internal static class SituationAnswers
{
    public static string ETag(string hash) => $"\"{hash}\"";

    /// <summary>What was looked for, or why there is no answer: what an earlier version has stored may not be read by this one.</summary>
    /// <param name="noun">What there is none of where nothing is found.</param>
    public static async Task<IResult> AnswerAsync(this HttpRequest request, string noun, Func<Task<KnownSituation?>> find) =>
        request.Answer(noun, await find().OrRefuseSituationAsync());

    /// <exception cref="RefusedException">What is looked for can no longer be read, as the message of its exception tells.</exception>
    public static async Task<T> OrRefuseSituationAsync<T>(this Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (InvalidDataException unreadable)
        {
            throw new RefusedException(Unreadable(unreadable));
        }
    }

    private static ProblemHttpResult Unreadable(InvalidDataException unreadable) => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "The situation can no longer be read", $"{unreadable.Message} Put a content that can.");

    /// <summary>The situation with its document, or word that the client has it already: a hash stands for one content.</summary>
    private static IResult Answer(this HttpRequest request, string noun, KnownSituation? known)
    {
        if (known is null)
            return Problems.NotFound(noun);
        var etag = ETag(known.Version.Hash);
        request.HttpContext.Response.Headers.ETag = etag;
        return request.HasCurrent(etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Json(SituationAnswer.Of(known), Json.Verbatim);
    }
}
