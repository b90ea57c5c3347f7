using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Contracts;
using Parley.Engine;
using Parley.Functions.Answering;

namespace Parley.Functions.Comparing;

/// <summary>What a comparison is asked for; each parameter may stand once.</summary>
/// <param name="Ids">In the order in which differences are formed.</param>
/// <param name="Draws">Null to leave it to the scenarios.</param>
/// <param name="Seed">Null to leave it to the scenarios.</param>
public sealed record ComparisonQuery(IReadOnlyList<Guid> Ids, int? Draws, long? Seed)
{
    private const int FewestDraws = 200;
    private const int Blocks = 20;

    /// <summary>The largest whole number that every reader of JSON keeps exactly, 2⁵³ − 1.</summary>
    private const long LargestSeed = 9_007_199_254_740_991;

    private static readonly string[] Known = ["ids", "draws", "seed"];

    /// <exception cref="RefusedException">Lists everything that is wrong.</exception>
    public static ComparisonQuery Read(IQueryCollection query)
    {
        var problems = query.Misused(Known).ToList();
        var ids = query["ids"].Count > 1 ? [] : ReadIds($"{query["ids"]}", problems);
        var draws = Number(query, "draws", FewestDraws, ComparisonCost.LargestSample, Blocks, problems);
        var seed = Number(query, "seed", 0, LargestSeed, 1, problems);
        return problems.Count == 0 ? new ComparisonQuery(ids, (int?)draws, seed) : throw new RefusedException(Problems.Invalid(problems));
    }

    private static List<Guid> ReadIds(string text, List<ParameterProblem> problems)
    {
        var parts = text.Length == 0 ? [] : text.Split(',');
        if (parts.Length is < Comparer.Fewest or > Comparer.Most)
            problems.Add(new ParameterProblem("ids", $"ids must be {Comparer.Fewest} to {Comparer.Most} ids of scenarios, separated by commas; here are {parts.Length}."));

        var ids = new List<Guid>();
        foreach (var (place, part) in parts.Index())
        {
            if (RouteIds.ScenarioOrNull(part) is not { } id)
                problems.Add(new ParameterProblem("ids", $"The {Place(place)} of ids is no id of a scenario."));
            else if (ids.Contains(id))
                problems.Add(new ParameterProblem("ids", $"The {Place(place)} of ids stands there already; a scenario does not differ from itself."));
            else
                ids.Add(id);
        }

        return ids;
    }

    private static long? Number(IQueryCollection query, string name, long least, long most, int step, List<ParameterProblem> problems)
    {
        if (query[name] is not [{ } text])
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number % step == 0)
            return number;
        problems.Add(new ParameterProblem(name, $"{name} must be a {(step == 1 ? "whole number" : $"multiple of {step}")} from {least} to {most}."));
        return null;
    }

    private static string Place(int place) => place switch { 0 => "first", 1 => "second", 2 => "third", 3 => "fourth", _ => $"{place + 1}th" };
}
