using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Engine.Sweeping;
using Parley.Functions.Answering;

namespace Parley.Functions.Sweeping;

/// <summary>Which variants are asked for.</summary>
/// <param name="From">Number of the first one.</param>
/// <param name="Limit">How many numbers are looked at; some may not be there yet.</param>
public sealed record VariantsQuery(int From, int Limit)
{
    private const int UsualLimit = 1_000;
    private const int LargestLimit = 10_000;
    private static readonly string[] Known = ["from", "limit"];

    /// <exception cref="RefusedException">Lists everything that is wrong.</exception>
    public static VariantsQuery Read(IQueryCollection query)
    {
        var problems = query.Misused(Known).ToList();
        var read = new VariantsQuery(Number("from", 0, Sweep.MostVariants, 0), Number("limit", 1, LargestLimit, UsualLimit));
        return problems.Count == 0 ? read : throw new RefusedException(Problems.Invalid(problems));

        int Number(string name, int least, int most, int usual)
        {
            if (query[name] is not [{ } text])
                return usual;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            problems.Add(new ParameterProblem(name, $"{name} must be a whole number from {least} to {most}."));
            return usual;
        }
    }
}
