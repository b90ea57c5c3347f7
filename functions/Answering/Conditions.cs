using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parley.Functions.Answering;

/// <summary>Conditional requests (RFC 9110, section 13).</summary>
public static class Conditions
{
    /// <summary>True when the client already has what the tag stands for.</summary>
    public static bool HasCurrent(this HttpRequest request, string etag)
    {
        var current = new EntityTagHeaderValue(etag);
        return EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
            && known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, useStrongComparison: false));
    }
}
