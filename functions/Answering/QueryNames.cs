using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>Query strings are read as strictly as documents.</summary>
public static class QueryNames
{
    // The host's own, for its keys: with or without one, what is asked for is the same.
    private const string Key = "code";

    /// <summary>Parameters that are not known, and those that stand more than once.</summary>
    public static IEnumerable<ParameterProblem> Misused(this IQueryCollection query, IReadOnlyList<string> known)
    {
        var given = query.Where(each => !each.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)).ToArray();
        return
        [
            .. given.Select(each => each.Key).Except(known).Select(name => new ParameterProblem(name, $"{Named(name)} is not known here; {Known(known)}.")),
            .. given.Where(each => each.Value.Count > 1).Select(each => new ParameterProblem(each.Key, $"{Named(each.Key)} may be given once.")),
        ];
    }

    private static string Named(string name) => name.Length == 0 ? "A parameter without a name" : name;

    private static string Known(IReadOnlyList<string> known) => known.Count == 0 ? "no parameters are" : $"known are {string.Join(", ", known)}";
}
