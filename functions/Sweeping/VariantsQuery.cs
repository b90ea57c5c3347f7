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

    /// <exception cref="RefusedException">Lists everything that is wrong.</exception>
    public static VariantsQuery Read(IQueryCollection query)
    {
        var question = new Question(query, "from", "limit");
        return question.Understood(new VariantsQuery(question.Number("from", 0, Sweep.MostVariants, 0), question.Number("limit", 1, LargestLimit, UsualLimit)));
    }
}
