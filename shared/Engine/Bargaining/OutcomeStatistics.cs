using Parley.Engine.Estimating;
using Parley.Engine.Sampling;

namespace Parley.Engine.Bargaining;

/// <summary>One method's answers over the sample, block by block.</summary>
internal sealed class OutcomeStatistics(int issues)
{
    private const int PerIssue = 3;

    private static readonly double[] Probabilities = [0.1, 0.5, 0.9];

    private readonly List<double[]>[] found = [.. Enumerable.Range(0, LatinHypercube.Blocks).Select(_ => new List<double[]>())];

    /// <summary>Keeps the answer of a draw; null where there is none.</summary>
    public void Observe(int block, double[]? outcome)
    {
        if (outcome is not null)
        {
            found[block].Add(outcome);
        }
    }

    /// <summary>The share of draws with an answer, and per issue what they say; null unless every block has some.</summary>
    public (Estimate Found, IReadOnlyList<OutcomeSpread>? Issues) Report()
    {
        var tally = new Tally(1 + (issues * PerIssue));
        var quantiles = new Quantiles();
        for (var block = 0; block < found.Length; block++)
        {
            var cells = tally.Block(block);
            cells[0] = found[block].Count / (double)BargainingSample.DrawsPerBlock;
            for (var k = 0; found[block].Count > 0 && k < issues; k++)
            {
                double[] values = [.. found[block].Select(outcome => outcome[k])];
                quantiles.Compute(values, Probabilities, cells.Slice(1 + (k * PerIssue), PerIssue));
            }
        }

        return (tally[0], found.All(outcomes => outcomes.Count > 0) ? [.. Enumerable.Range(0, issues).Select(k => Spread(tally, k))] : null);
    }

    /// <summary>
    /// The mean is over all draws with an answer; quantiles are those of each block, and their mean. A block counts as often as it
    /// has answers, there and here, so that the mean does not lie outside its own band.
    /// </summary>
    private OutcomeSpread Spread(Tally tally, int issue)
    {
        var answers = Array.ConvertAll(found, outcomes => (double)outcomes.Count);
        Estimate Weighted(int place) =>
            RatioOfSums.Of([.. answers.Select((count, block) => count * tally.Block(block)[1 + (issue * PerIssue) + place])], answers);
        var mean = RatioOfSums.Of(Array.ConvertAll(found, outcomes => outcomes.Sum(outcome => outcome[issue])), answers);
        return new OutcomeSpread(mean, Weighted(1), Weighted(0), Weighted(2));
    }
}
