using Parley.Engine.Comparing;
using Parley.Engine.Estimating;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Comparing.Compared;
using static Parley.Engine.Tests.Estimating.Truth;

namespace Parley.Engine.Tests.Comparing;

/// <summary>What common draws are good for, and whether the errors they leave are true.</summary>
public sealed class PairingTests(ITestOutputHelper output)
{
    private static readonly TriangularRange X = Range(30, 80, 100);
    private static readonly TriangularRange Y = Range(20, 50, 90);

    /// <summary>Where the second scenario puts the first issue.</summary>
    private const double Held = 40;

    [Fact]
    public void What_both_share_cancels_so_that_a_difference_is_known_better_than_from_two_samples()
    {
        // Two of twelve terms differ, about 300 judgements are shared.
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 2_000));
        var other = scenario with { Terms = [.. scenario.Terms.Skip(2)] };
        var unpaired = Evaluate(situation, other with { Seed = 2 });
        foreach (var (impact, alone) in Compare(situation, scenario, other).Pairs[0].Impacts.Zip(unpaired.Impacts!))
        {
            var (first, second) = (impact.NoDeal.Impact.First.StandardError, alone.NoDeal.Mean.StandardError);
            Assert.True(impact.NoDeal.Impact.Mean.StandardError < 0.7 * Math.Sqrt((first * first) + (second * second)), impact.Stakeholder);
        }
    }

    [Fact]
    public void A_difference_that_no_judgement_touches_has_no_error_however_uncertain_both_impacts_are()
    {
        // The deals differ by 20 on an issue of half the weight; what is uncertain is the other issue, which they share.
        var party = Stakeholder("party", Preference("x", Point(100), Point(1)), Preference("y", Point(100), Point(1)));
        var pair = Compare(
            Situation([Issue("x"), Issue("y")], [party]), Scenario(("x", Point(70)), ("y", Y)), Scenario(("x", Point(50)), ("y", Y))).Pairs[0];
        var difference = pair.Impacts[0].NoDeal.Impact;
        Assert.True(difference.First.StandardError > 0.01);
        Assert.Equal(10, difference.Mean.Value, 1e-10);
        Assert.Equal(0, difference.Mean.StandardError, 1e-12);
        Assert.Equal((new Estimate(1, 0), 10, 10), (difference.ProbabilityHigher, Math.Round(difference.Low80.Value, 9), Math.Round(difference.High80.Value, 9)));
    }

    /// <summary>
    /// The ends of an 80 % interval are not promised at 200 draws, for one scenario or for two: ten draws a block do not follow
    /// the tail of a distribution (measured: 84 %).
    /// </summary>
    [Theory]
    [InlineData(200, 300)]
    [InlineData(1_000, 300)]
    public void Paired_intervals_of_95_percent_hold_the_truth_in_95_percent_of_the_samples(int draws, int seeds)
    {
        var truths = Truths();
        var covered = new int[truths.Length];
        for (var seed = 0; seed < seeds; seed++)
        {
            foreach (var (q, estimate) in Estimates(draws, seed).Index())
            {
                covered[q] += Math.Abs(estimate.Value - truths[q].Value) <= Student * estimate.StandardError ? 1 : 0;
            }
        }

        // Three and a half standard errors of a share of the seeds, as for the intervals of one scenario.
        var tolerance = 3.5 * Math.Sqrt(0.95 * 0.05 / seeds);
        for (var q = 0; q < truths.Length; q++)
        {
            var share = (double)covered[q] / seeds;
            output.WriteLine($"{draws} draws, {truths[q].Name}: {100 * share:0.0} %");
            if (draws > 200 || !truths[q].Name.EndsWith("quantile", StringComparison.Ordinal))
            {
                Assert.InRange(share, 0.95 - tolerance, 0.95 + tolerance);
            }
        }
    }

    /// <summary>The product of two issues under (X, Y) and (40, Y) differs by (X − 40)·Y/100 points; half their sum under (X, Y) and (60, 40) by (X + Y − 100)/2.</summary>
    private static Estimate[] Estimates(int draws, int seed)
    {
        var pairs = Compare(
            Documents,
            new CommonSettings(draws, seed, 10, 2),
            Scenario(("x", X), ("y", Y)),
            Scenario(("x", Point(Held)), ("y", Y)),
            Scenario(("x", Point(60)), ("y", Point(40)))).Pairs;
        var (product, sum, accepts) = (pairs[0].Impacts[0].NoDeal.Impact, pairs[1].Impacts[1].NoDeal.Impact, pairs[0].Acceptance.Stakeholders[0]);
        return [product.Mean, product.Median, product.Low80, product.High80, sum.ProbabilityHigher, accepts.Probability.Difference];
    }

    private static readonly Situation Documents = Situation(
        [Issue("x"), Issue("y")],
        [
            Stakeholder("product", Preference("x", Point(100), Point(0)), Preference("y", Point(100), Point(0))) with
            {
                Interactions = [new Interaction("pair", "x", "y", Point(1), Source)],
                Margin = Point(-5),
            },
            Stakeholder("sum", Preference("x", Point(100), Point(1)), Preference("y", Point(100), Point(1))),
        ]);

    private static (string Name, double Value)[] Truths()
    {
        // P((X − 40)·Y ≤ 100·q), where a negative factor turns the inequality round.
        static double Below(double q) => Mean(X, x => x > Held ? Cdf(Y, 100 * q / (x - Held)) : 1 - Cdf(Y, 100 * q / (x - Held)));
        static double Quantile(double p) => Solve(q => Below(q) - p, -10, 60);
        static double Accepts(Func<double, double> product) => Mean(X, x => 1 - Cdf(Y, product(x)));
        return
        [
            ("mean", (Mean(X) - Held) * Mean(Y) / 100),
            ("median", Quantile(0.5)),
            ("10 % quantile", Quantile(0.1)),
            ("90 % quantile", Quantile(0.9)),
            ("P(higher)", Accepts(x => 100 - x)),
            // XY/100 − 25 ≥ −5, less the same with X = 40.
            ("P(accept)", Accepts(x => 2_000 / x) - (1 - Cdf(Y, 2_000 / Held))),
        ];
    }
}
