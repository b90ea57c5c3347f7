using Microsoft.AspNetCore.Http;
using Parley.Contracts;

namespace Parley.Functions.Answering;

/// <summary>Query strings are read as strictly as documents.</summary>
public static class QueryNames
{
    /// <summary>Parameters that are not known, and those that stand more than once.</summary>
    public static IEnumerable<Problem> Misused(this IQueryCollection query, IReadOnlyList<string> known) =>
    [
        .. query.Keys.Except(known).Select(name => new Problem(name, $"{name} is not known here; known are {string.Join(", ", known)}.")),
        .. query.Where(each => each.Value.Count > 1).Select(each => new Problem(each.Key, $"{each.Key} may be given once.")),
    ];
}
