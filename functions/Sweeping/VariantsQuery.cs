using Microsoft.AspNetCore.Http;
using Parley.Engine.Sweeping;
using Parley.Functions.Answering;

namespace Parley.Functions.Sweeping;

/// <summary>Which variants are asked for.</summary>
/// <param name="From">Number of the first one.</param>
/// <param name="Limit">How many numbers are looked at; some may not be there yet.</param>
/// <param name="Step">From one number to the next: 1 for all of them.</param>
public sealed record VariantsQuery(int From, int Limit, int Step)
{
    private const int UsualLimit = 1_000;
    private const int LargestLimit = 10_000;
    private const int LargestStep = 1_000;

    /// <summary>The first number of the next page. However large the step, a page goes over so many numbers at most: each of them is read.</summary>
    public long Before => From + ((long)Count * Step);

    /// <summary>The last number that is asked for.</summary>
    public int Last => From + ((Count - 1) * Step);

    private int Count => Math.Min(Limit, LargestLimit / Step);

    /// <summary>The same question about the next page.</summary>
    public string Next(string path, int before) => Question.Address(path, ("from", before), ("limit", Limit), ("step", Step == 1 ? null : Step));

    /// <exception cref="RefusedException">Lists everything that is wrong.</exception>
    public static VariantsQuery Read(IQueryCollection query)
    {
        var question = new Question(query, "from", "limit", "step");
        return question.Understood(new VariantsQuery(
            question.Number("from", 0, Sweep.MostVariants, 0), question.Number("limit", 1, LargestLimit, UsualLimit), question.Number("step", 1, LargestStep, 1)));
    }
}
