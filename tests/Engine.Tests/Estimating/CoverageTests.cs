using Parley.Engine.Estimating;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Estimating.Truth;

namespace Parley.Engine.Tests.Estimating;

/// <summary>
/// How often a 95 % interval, estimate ± t(19)·standard error, holds a known truth. Two stakeholders value the product of
/// two uncertain issues X·Y, or X alone, so that every truth is an integral over one variable.
/// </summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private static readonly TriangularRange X = Range(30, 80, 100);
    private static readonly TriangularRange Y = Range(20, 50, 90);
    private static readonly string[] Names =
        ["mean", "median", "10 % quantile", "P(gain)", "P(accept)", "joint", "median, one judgement", "10 % quantile, one judgement"];

    /// <summary>
    /// The last one at 200 draws is not promised: with one judgement and ten draws a block, the curve of its distribution
    /// within a stratum is larger than the standard error (measured: 63 %).
    /// </summary>
    private const int NotPromisedAt200 = 7;

    [Theory]
    [InlineData(200, 400)]
    [InlineData(1_000, 400)]
    [InlineData(10_000, 150)]
    public void Intervals_of_95_percent_hold_the_truth_in_95_percent_of_the_samples(int draws, int seeds)
    {
        var truths = Truths();
        var covered = new int[truths.Length];
        for (var seed = 0; seed < seeds; seed++)
        {
            foreach (var (q, estimate) in Estimates(draws, seed).Index())
            {
                covered[q] += Math.Abs(estimate.Value - truths[q]) <= Student * estimate.StandardError ? 1 : 0;
            }
        }

        // Three and a half standard errors of a share of the seeds: one of 23 shares leaves them once in a hundred runs of
        // fresh seeds, and these seeds are fixed.
        var tolerance = 3.5 * Math.Sqrt(0.95 * 0.05 / seeds);
        for (var q = 0; q < truths.Length; q++)
        {
            var share = (double)covered[q] / seeds;
            output.WriteLine($"{draws} draws, {Names[q]}: {100 * share:0.0} %");
            if (draws > 200 || q != NotPromisedAt200)
            {
                Assert.InRange(share, 0.95 - tolerance, 0.95 + tolerance);
            }
        }
    }

    private static Estimate[] Estimates(int draws, int seed)
    {
        var evaluation = Evaluate(Documents, Scenario(("x", X), ("y", Y)) with { Draws = draws, Seed = seed });
        var (product, alone) = (evaluation.Impacts![0].NoDeal, evaluation.Impacts[1].NoDeal);
        return
        [
            product.Mean, product.Median, product.Low80, product.ProbabilityOfGain,
            evaluation.Acceptance!.Stakeholders[0].Probability, evaluation.Acceptance.Joint, alone.Median, alone.Low80,
        ];
    }

    private static readonly Situation Documents = Situation(
        [Issue("x"), Issue("y")],
        [
            Stakeholder("product", Preference("x", Point(100), Point(0)), Preference("y", Point(100), Point(0))) with
            {
                Interactions = [new Interaction("pair", "x", "y", Point(1), Source)],
                Margin = Point(5),
            },
            Stakeholder("alone", Preference("x", Point(0), Point(1))) with { Margin = Point(-30) },
        ]);

    /// <summary>No deal leaves both issues at 50; impacts are 100·(XY/10,000 − 1/4) and 50 − X.</summary>
    private static double[] Truths()
    {
        static double ProductBelow(double q, double upToX = 100) => Mean(X, x => x <= upToX ? Cdf(Y, q / x) : 0);
        static double ProductAtLeast(double q, double upToX) => Mean(X, x => x <= upToX ? 1 - Cdf(Y, q / x) : 0);
        static double Points(double product) => (product / 100) - 25;
        return
        [
            Points((X.Low + X.Mode + X.High) / 3 * (Y.Low + Y.Mode + Y.High) / 3),
            Points(Solve(q => ProductBelow(q) - 0.5, 0, 10_000)),
            Points(Solve(q => ProductBelow(q) - 0.1, 0, 10_000)),
            1 - ProductBelow(2_500),
            1 - ProductBelow(3_000),
            ProductAtLeast(3_000, 80),
            50 - Solve(x => Cdf(X, x) - 0.5, 0, 100),
            50 - Solve(x => Cdf(X, x) - 0.9, 0, 100),
        ];
    }
}
