using Microsoft.AspNetCore.Http;

namespace Parley.Local;

/// <summary>
/// This host listens where only its own machine reaches it, and a page that a browser on this machine shows is on that machine, wherever it
/// comes from. Such a page could have things done that need no answer, or, by a name of its own that it lets point here, read all of them.
/// </summary>
internal static class ForeignPages
{
    private const string SameOrigin = "same-origin";
    private const string ByTheUser = "none";

    /// <summary>Whether a request comes from a page that this host has not served: by another name than this machine's, or to change something.</summary>
    public static bool IsFrom(HttpRequest request) => !IsThisMachine(request.Host.Host) || (IsChange(request) && IsFromElsewhere(request));

    private static bool IsThisMachine(string host) =>
        host is "" or "127.0.0.1" or "[::1]" // A browser always names one.
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsChange(HttpRequest request) => !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    // Every browser of today says from where; older ones name the origin alone, and what is no browser says nothing.
    private static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [{ } site]
        ? site is not (SameOrigin or ByTheUser)
        : request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}";
}
