using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parley.Functions.Answering;

/// <summary>
/// What every answer tells a browser: that it is data and nothing to run, frame or guess at, and nothing to keep. There is no CORS header
/// among them, so that pages of other origins can read none of it.
/// </summary>
public static class SecurityHeaders
{
    private static readonly Dictionary<string, string> Always = new()
    {
        [HeaderNames.XContentTypeOptions] = "nosniff",
        [HeaderNames.ContentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    public static IReadOnlyList<string> Names { get; } = [.. Always.Keys, HeaderNames.CacheControl];

    /// <summary>
    /// To be called when the answer's own headers are set, which stand: the page may run its scripts, and its files are kept. An answer
    /// that has a tag may be kept and asked about again, by its client alone.
    /// </summary>
    public static IResult Protected(this IResult answer, HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        foreach (var (name, value) in Always)
            headers.TryAdd(name, value);
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = headers.ETag.Count > 0 ? "private, no-cache" : "no-store";
        return answer;
    }
}
