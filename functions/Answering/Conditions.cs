using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
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

    /// <summary>Lets a change through that the client wants on no condition, or on condition of what the tag stands for.</summary>
    /// <param name="noun">What is to be changed.</param>
    /// <param name="significant">The part of a tag that counts; all of it, unless something else is said.</param>
    /// <exception cref="RefusedException">What the client has seen is no longer so, or the header cannot be read.</exception>
    public static void RequireMatch(this HttpRequest request, string noun, string etag, Func<string, string>? significant = null)
    {
        if (Tags(HeaderNames.IfMatch, request.Headers.IfMatch) is { } wanted && !wanted.Any(IsMeant))
            throw new RefusedException(Problems.OtherState(noun, etag));

        bool IsMeant(EntityTagHeaderValue tag) => significant is null || tag.IsWeak
            ? Means(tag, etag, strong: true)
            : tag.Equals(EntityTagHeaderValue.Any) || significant($"{tag.Tag}") == significant(etag);
    }

    /// <summary>
    /// What a change depends on: a function of the tag of what is current, null where nothing is, and of whether that is already what
    /// the request asks for; then If-Match need not hold any more (section 13.1.1), so that a repeated request succeeds.
    /// </summary>
    /// <exception cref="RefusedException">A header that does not read; ignored, it would let through what it should hold back.</exception>
    public static Func<string?, bool, bool> ChangeCondition(this HttpRequest request)
    {
        var match = Tags(HeaderNames.IfMatch, request.Headers.IfMatch);
        var noneMatch = Tags(HeaderNames.IfNoneMatch, request.Headers.IfNoneMatch);
        return (etag, isThere) =>
            (match is null || isThere || match.Any(tag => Means(tag, etag, strong: true)))
            && (noneMatch is null || !noneMatch.Any(tag => Means(tag, etag, strong: false)));
    }

    private static IList<EntityTagHeaderValue>? Tags(string header, StringValues values)
    {
        if (values.Count == 0)
            return null;
        return EntityTagHeaderValue.TryParseStrictList(values, out var tags)
            ? tags
            : throw new RefusedException(Problems.Invalid(header, "Send entity tags as an answer's ETag gives them, or *."));
    }

    private static bool Means(EntityTagHeaderValue tag, string? etag, bool strong) =>
        etag is not null && (tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(etag), strong));
}
