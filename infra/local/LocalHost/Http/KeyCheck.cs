using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Parley.Local;

internal static class KeyCheck
{
    /// <summary>The status that refuses the request, or null.</summary>
    public static int? Refusal(HttpRequest request, AuthorizationLevel required, LocalKeys? keys)
    {
        if (keys is null || required == AuthorizationLevel.Anonymous)
            return null;

        var given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        if (Same(given, keys.Master))
            return null;
        if (!Same(given, keys.Host))
            return StatusCodes.Status401Unauthorized;
        return required == AuthorizationLevel.Function ? null : StatusCodes.Status403Forbidden;
    }

    private static bool Same(string? given, string key) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
}
