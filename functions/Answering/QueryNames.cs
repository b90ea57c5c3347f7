using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>Query strings are read as strictly as documents.</summary>
public static class QueryNames
{
    /// <summary>Parameters that are not known, and those that stand more than once.</summary>
    public static IEnumerable<ParameterProblem> Misused(this IQueryCollection query, IReadOnlyList<string> known) =>
    [
        .. query.Keys.Except(known).Select(name => new ParameterProblem(name, $"{name} is not known here; known are {string.Join(", ", known)}.")),
        .. query.Where(each => each.Value.Count > 1).Select(each => new ParameterProblem(each.Key, $"{each.Key} may be given once.")),
    ];
}
