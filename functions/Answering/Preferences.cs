using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parley.Functions.Answering;

/// <summary>What a client would like best.</summary>
public static class Preferences
{
    private const string Json = "application/json";

    /// <summary>True when the Accept header ranks the type above JSON, which is what everybody else gets (RFC 9110, section 12.5.1).</summary>
    public static bool RanksAboveJson(this HttpRequest request, string type)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            return false;
        var wanted = new MediaTypeHeaderValue(type);
        var json = new MediaTypeHeaderValue(Json);
        return Quality(accepted, wanted, exactly: true) > Quality(accepted, json, exactly: false);
    }

    /// <summary>Seconds for which the client is ready to wait for a result (RFC 7240, section 4.3); 0 when it does not say.</summary>
    public static int WaitSeconds(this HttpRequest request)
    {
        foreach (var preference in request.Headers["Prefer"].SelectMany(value => (value ?? "").Split([',', ';'], StringSplitOptions.TrimEntries)))
        {
            // Spaces may stand around the sign (section 2).
            if (preference.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value]
                && name.Equals("wait", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(value.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                return seconds;
        }

        return 0;
    }

    private static double Quality(IList<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type, bool exactly) => accepted
        .Where(range => exactly ? range.MediaType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase) : type.IsSubsetOf(range))
        .Select(range => range.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
