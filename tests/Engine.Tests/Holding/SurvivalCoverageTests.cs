using Parley.Engine.Estimating;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Holding.Precedents;

namespace Parley.Engine.Tests.Holding;

/// <summary>
/// How often a 95 % interval, estimate ± t(19)·standard error, holds the true survival after ten years, where an uncertain
/// term and an uncertain odds ratio meet. Survival falls with the shift of the log-odds, z·ln OR, so its quantiles are
/// those of the shift, whose distribution is an integral over the term.
/// </summary>
public sealed class SurvivalCoverageTests(ITestOutputHelper output)
{
    /// <summary>97.5 % quantile of Student's t with 19 degrees of freedom.</summary>
    private const double Student = 2.093024054408263;

    private const int Seeds = 300;

    private static readonly TriangularRange Term = Range(20, 60, 90);
    private static readonly TriangularRange OddsRatio = Range(0.2, 0.5, 0.9);
    private static readonly Situation Documents = Situation(Negotiated, Point(1), Factor("f", Terms, OddsRatio));
    private static readonly string[] Names = ["mean", "median", "10 % quantile", "90 % quantile"];

    [Fact]
    public void Intervals_of_95_percent_hold_the_true_survival_in_95_percent_of_the_samples()
    {
        double[] truths = [MeanSurvival(), Survival(ShiftAt(0.5)), Survival(ShiftAt(0.9)), Survival(ShiftAt(0.1))];
        var covered = new int[truths.Length];
        for (var seed = 0; seed < Seeds; seed++)
        {
            var held = Durability(Documents, Term, draws: 1_000, seed: seed).Long;
            foreach (var (q, estimate) in new Estimate[] { held.Mean, held.Median, held.Low80, held.High80 }.Index())
            {
                covered[q] += Math.Abs(estimate.Value - truths[q]) <= Student * estimate.StandardError ? 1 : 0;
            }
        }

        // Three and a half standard errors of a share of the seeds; the seeds are fixed.
        var tolerance = 3.5 * Math.Sqrt(0.95 * 0.05 / Seeds);
        for (var q = 0; q < truths.Length; q++)
        {
            output.WriteLine($"{Names[q]}: {100.0 * covered[q] / Seeds:0.0} %");
            Assert.InRange((double)covered[q] / Seeds, 0.95 - tolerance, 0.95 + tolerance);
        }
    }

    /// <summary>By the annual odds of the two periods, 5 years each.</summary>
    private static double Survival(double shift)
    {
        static double Held(double annual, double shift) => Math.Pow(1 / (1 + ((1 - annual) / annual * Math.Exp(shift))), 5);
        return Held(Math.Pow(0.477, 0.2), shift) * Held(Math.Pow(0.368 / 0.477, 0.2), shift);
    }

    private static double MeanSurvival() => Mean(z => Average(u => Survival(z * Math.Log(Inverse(OddsRatio, u))), 1_000), 1_000);

    private static double ShiftAt(double probability)
    {
        var (low, high) = (Math.Log(OddsRatio.Low), 0.0);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            var below = Mean(z => Cdf(OddsRatio, Math.Exp(middle / z)), 20_000);
            (low, high) = below < probability ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Mean(Func<double, double> function, int shares) => Average(u => function(Inverse(Term, u) / 100), shares);

    /// <summary>By the middle of equal shares of the probability.</summary>
    private static double Average(Func<double, double> function, int shares) =>
        Enumerable.Range(0, shares).Average(i => function((i + 0.5) / shares));

    private static double Cdf(TriangularRange r, double x) =>
        x <= r.Low ? 0
        : x <= r.Mode ? (x - r.Low) * (x - r.Low) / ((r.High - r.Low) * (r.Mode - r.Low))
        : x < r.High ? 1 - ((r.High - x) * (r.High - x) / ((r.High - r.Low) * (r.High - r.Mode)))
        : 1;

    private static double Inverse(TriangularRange r, double u) => u < (r.Mode - r.Low) / (r.High - r.Low)
        ? r.Low + Math.Sqrt(u * (r.High - r.Low) * (r.Mode - r.Low))
        : r.High - Math.Sqrt((1 - u) * (r.High - r.Low) * (r.High - r.Mode));
}
