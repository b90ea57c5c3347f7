using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;

namespace Parley.Functions.Page;

internal static class PageAnswers
{
    private const string Gzip = "gzip";

    /// <summary>The file, compressed for whoever can read that, or word that the client has it already.</summary>
    public static IResult Answer(this HttpRequest request, PageFile file)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = file.ETag;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (request.HasCurrent(file.ETag))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (file.Gzipped is not { } gzipped || !Reads(request, Gzip))
            return TypedResults.Bytes(file.Content, file.ContentType);
        headers.ContentEncoding = Gzip;
        return TypedResults.Bytes(gzipped, file.ContentType);
    }

    private static bool Reads(HttpRequest request, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        && accepted.Any(each => each.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && each.Quality is not 0);
}
