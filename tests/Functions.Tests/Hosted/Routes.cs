using Parley.Functions.Specifying;

namespace Parley.Functions.Tests.Hosted;

/// <summary>Which operation of the surface a request comes to, as a host's routing finds it.</summary>
internal static class Routes
{
    /// <summary>Null where no route leads to one.</summary>
    /// <param name="target">Path and query, as they are sent.</param>
    public static Operation? Find(string verb, string target)
    {
        var segments = target.Split('?')[0][1..].Split('/');
        return Surface.Operations
            .Where(operation => operation.Verb.Equals(verb, StringComparison.OrdinalIgnoreCase) && Leads(operation.Route.Split('/'), segments))
            .MinBy(operation => operation.Route.Count(letter => letter == '{')); // A word goes before what may be any.
    }

    private static bool Leads(string[] route, string[] segments) => route[^1].StartsWith("{*", StringComparison.Ordinal)
        ? segments.Length >= route.Length && route[..^1].Zip(segments, Fits).All(fits => fits)
        : segments.Length == route.Length && route.Zip(segments, Fits).All(fits => fits);

    private static bool Fits(string part, string segment) => part switch
    {
        ['{', .., '?', '}'] => segment.Length == 0, // The page's, which is there lest a word is missing.
        ['{', ..] => segment.Length > 0,
        _ => part.Equals(segment, StringComparison.OrdinalIgnoreCase),
    };
}
