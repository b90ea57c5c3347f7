using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;

namespace Parley.Engine.Measuring;

/// <summary>Counts in which draws each term is within the bound of a rule of law.</summary>
internal sealed class LegalityStatistics(Model model, IReadOnlyList<BoundTest> tests, Statistics statistics)
{
    private readonly int first = statistics.Reserve(tests.Count);

    public IReadOnlyList<BoundTest> Tests => tests;

    /// <summary>Place of the share of draws in which a rule is kept.</summary>
    public int Lawful(int test) => first + test;

    public void Observe(DrawMatrix draws, BatchTally tally)
    {
        for (var t = 0; t < tests.Count; t++)
        {
            var terms = draws.Numbers(model.Worlds[Model.Deal].TermRows[tests[t].Issue]);
            foreach (var piece in tally.Batch.Pieces)
            {
                tally[piece][first + t] += Lawful(tests[t].Test, terms.Slice(piece.Place, piece.Count));
            }
        }
    }

    private static int Lawful(LegalityTest test, ReadOnlySpan<double> terms)
    {
        var lawful = 0;
        foreach (var term in terms)
        {
            lawful += (test.Side == RedLineSide.AtMost ? term <= test.Bound : term >= test.Bound) ? 1 : 0;
        }

        return lawful;
    }

    public Answer<IReadOnlyList<LegalityShare>> Report(Tally tally) => tests.Count == 0
        ? new Answer<IReadOnlyList<LegalityShare>>(null, MeasureWording.NoTests)
        : new Answer<IReadOnlyList<LegalityShare>>(
            [.. tests.Select((test, place) => new LegalityShare(test.Test, model.Issues[test.Issue].Name, tally[first + place]))], null);
}
