using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>Certificates: what a solution must satisfy, however it was found.</summary>
public sealed class CooperativeSolverTests
{
    /// <summary>Kinks are rounded by 1e-7 of the scale and the barrier fades to 1e-8; multipliers of up to a hundred magnify it.</summary>
    private const double Tolerance = 2e-5;

    private const int Samples = 200;

    [Fact]
    public void Everyone_gains_by_a_solution() => Games.Bent.Sample(
        game =>
        {
            Assert.All(Found(CooperativeSolver.Nash(game)).Gains, gain => Assert.True(gain > 0));
            Assert.All(Found(CooperativeSolver.KalaiSmorodinsky(game)).Gains, gain => Assert.True(gain > 0));
        },
        iter: Effort.Of(Samples));

    [Fact]
    public void No_terms_that_are_known_give_everyone_a_larger_share_of_its_best_than_those_of_Kalai_and_Smorodinsky() => Games.Bent.Sample(
        AssertLargestShare, iter: Effort.Of(Samples));

    /// <summary>A game in which a climb ended in a corner where two of four players lose.</summary>
    [Fact]
    public void A_climb_that_ends_in_a_corner_is_no_solution() => Games.Bent.Sample(AssertLargestShare, seed: "4Nna5gO80Oi1", iter: 1, threads: 1);

    /// <summary>
    /// At the maximum of Σ w log g of concave gains, and nowhere else, no terms have a larger Σ (w/g*)·g: a supporting plane,
    /// which also makes the solution Pareto optimal.
    /// </summary>
    [Fact]
    public void A_plane_supports_the_Nash_solution_of_linear_values() => Games.Linear.Sample(AssertSupported, iter: Effort.Of(Samples));

    [Fact]
    public void A_plane_supports_the_Nash_solution_of_bent_values() => Games.Bent.Sample(AssertSupported, iter: Effort.Of(Samples));

    [Fact]
    public void A_plane_supports_the_solution_of_Kalai_and_Smorodinsky() => Games.LinearOfTwo.Sample(
        game =>
        {
            var solution = Found(CooperativeSolver.KalaiSmorodinsky(game));
            var best = solution.Gains.Zip(solution.Shares, (gain, share) => gain / share).ToArray();

            // The smallest of the bounds max Σ μ_i g_i / best_i over μ is the largest equal share; convex in μ.
            var (low, high) = (0.0, 1.0);
            for (var step = 0; step < 60; step++)
            {
                var (third, other) = (low + ((high - low) / 3), high - ((high - low) / 3));
                (low, high) = Bound(third) < Bound(other) ? (low, other) : (third, high);
            }

            Assert.True(Bound((low + high) / 2) <= solution.Shares.Min() + Tolerance);
            double Bound(double mu) => Games.LargestWeightedGain(game, [mu / best[0], (1 - mu) / best[1]], steps: 50);
        },
        iter: Effort.Of(Samples));

    [Fact]
    public void Two_players_gain_equal_shares_of_their_best_by_the_solution_of_Kalai_and_Smorodinsky() => Games.LinearOfTwo.Sample(
        game =>
        {
            var shares = Found(CooperativeSolver.KalaiSmorodinsky(game)).Shares;
            Assert.True(shares.Max() <= 1 + Tolerance);

            // Unequal only where the one with less already has its best.
            Assert.True(shares.Max() - shares.Min() < 1e-3 || shares.Min() > 1 - 1e-3, string.Join(" ", shares)); // shares of best gains as small as 0.01
        },
        iter: Effort.Of(Samples));

    [Fact]
    public void Nobody_could_get_more_than_its_best_without_anyone_losing() => Gen.Select(Games.Linear, Gen.Double[0, 100].Array[6].Array[200]).Sample(
        (game, points) =>
        {
            var solution = Found(CooperativeSolver.KalaiSmorodinsky(game));
            var gains = new double[game.Players];
            foreach (var point in points)
            {
                game.Gains(point.AsSpan(0, game.Issues), gains);
                if (gains.All(gain => gain >= 0))
                {
                    Assert.All(gains, (gain, i) => Assert.True(gain <= (solution.Gains[i] / solution.Shares[i]) + Tolerance));
                    Assert.True(gains.Select((gain, i) => gain * solution.Shares[i] / solution.Gains[i]).Min() <= solution.Shares.Min() + 1e-4);
                }
            }
        },
        iter: Effort.Of(100));

    /// <summary>Individual monotonicity, the axiom by which Kalai &amp; Smorodinsky 1975 part from Nash.</summary>
    [Fact]
    public void More_terms_that_leave_the_best_of_one_as_it_is_do_not_harm_the_other() => Gen.Select(Games.LinearOfTwo, Gen.Int[0, 99], Gen.Double[0, 100], Gen.Bool).Sample(
        (game, at, cut, fromAbove) =>
        {
            var more = Found(CooperativeSolver.KalaiSmorodinsky(game));
            (fromAbove ? game.AtMost : game.AtLeast)[at % game.Issues] = cut;
            var fewer = CooperativeSolver.KalaiSmorodinsky(game);
            for (var i = 0; fewer.Verdict == BargainingVerdict.Found && i < 2; i++)
            {
                if (Math.Abs(Best(more, i) - Best(fewer, i)) < 1e-9)
                {
                    Assert.True(fewer.Gains[1 - i] <= more.Gains[1 - i] + 1e-3, $"{fewer.Gains[1 - i]} of fewer terms, {more.Gains[1 - i]} of more");
                }
            }

            static double Best(BargainingSolution solution, int i) => solution.Gains[i] / solution.Shares[i];
        },
        iter: Effort.Of(Samples));

    [Fact]
    public void Players_who_change_places_change_gains() => Games.LinearOfTwo.Sample(
        game =>
        {
            var swapped = game.Among(1, 0);
            AssertSame(Found(CooperativeSolver.Nash(game)).Gains, [.. Found(CooperativeSolver.Nash(swapped)).Gains.Reverse()]);
            AssertSame(Found(CooperativeSolver.KalaiSmorodinsky(game)).Gains, [.. Found(CooperativeSolver.KalaiSmorodinsky(swapped)).Gains.Reverse()]);
        },
        iter: Effort.Of(Samples));

    [Fact]
    public void Another_scale_of_utility_changes_no_gain_but_in_scale() => Gen.Select(Games.Linear, Gen.Double[0.2, 5].Array[4]).Sample(
        (game, scale) =>
        {
            var (nash, ks) = (Found(CooperativeSolver.Nash(game)), Found(CooperativeSolver.KalaiSmorodinsky(game)));
            for (var i = 0; i < game.Players; i++)
            {
                game.Reservation[i] *= scale[i];
                for (var k = 0; k < game.Issues; k++)
                {
                    game.Weight[(i * game.Issues) + k] *= scale[i];
                }
            }

            AssertSame([.. nash.Gains.Select((gain, i) => gain * scale[i])], Found(CooperativeSolver.Nash(game)).Gains);
            Assert.Equal(ks.Shares.Min(), Found(CooperativeSolver.KalaiSmorodinsky(game)).Shares.Min(), 1e-3); // of best gains as small as 0.01
        },
        iter: Effort.Of(Samples));

    [Fact]
    public void Terms_that_nobody_would_choose_are_irrelevant_to_the_Nash_solution() => Gen.Select(Games.Linear, Gen.Double[0, 1].Array[6]).Sample(
        (game, cut) =>
        {
            var solution = Found(CooperativeSolver.Nash(game));
            for (var k = 0; k < game.Issues; k++)
            {
                game.AtLeast[k] = cut[k] * solution.Terms[k];
            }

            AssertSame(solution.Gains, Found(CooperativeSolver.Nash(game)).Gains);
        },
        iter: Effort.Of(Samples));

    [Fact]
    public void Clashing_red_lines_leave_no_solution_and_no_number()
    {
        var game = Games.Of([[1], [1]], [[100], [0]], [0, 0]);
        (game.AtLeast[0], game.AtMost[1]) = (60, 40);
        foreach (var solution in (BargainingSolution[])[CooperativeSolver.Nash(game), CooperativeSolver.KalaiSmorodinsky(game)])
        {
            Assert.Equal(BargainingVerdict.Infeasible, solution.Verdict);
            Assert.Empty(solution.Terms);
            Assert.Empty(solution.Gains);
        }
    }

    [Fact]
    public void Red_lines_that_touch_settle_the_issue()
    {
        var game = Games.Of([[1, 1], [1, 1]], [[100, 100], [0, 0]], [0, 0]);
        (game.AtLeast[0], game.AtMost[2]) = (40, 40);
        var solution = Found(CooperativeSolver.Nash(game));
        Assert.Equal(40, solution.Terms[0]);
        Assert.Equal(60, solution.Terms[1], 1e-3); // points; the product is flat at its top
    }

    [Fact]
    public void Issues_valued_together_are_solved_from_several_starts()
    {
        // The first player wants both issues high together, the second both low: two corners rival the middle.
        var game = Games.Of([[0.1, 0.1], [0.2, 0.2]], [[100, 100], [0, 0]], [0, 0]);
        game.Interactions.Add(new ValuedTogether(0, 0, 1, 0.8, 0));
        game.Interactions.Add(new ValuedTogether(1, 0, 1, 0.6, 0));
        var solution = Found(CooperativeSolver.Nash(game));
        var gains = new double[2];
        var best = 0.0;
        for (var x = 0; x <= 100; x++)
        {
            for (var y = 0; y <= 100; y++)
            {
                game.Gains([x, y], gains);
                best = Math.Max(best, gains[0] * gains[1]);
            }
        }

        Assert.True(solution.Gains[0] * solution.Gains[1] >= best - Tolerance);
    }

    private static void AssertSupported(BargainingGame game)
    {
        var gains = Found(CooperativeSolver.Nash(game)).Gains;
        var multiplier = gains.Select((gain, i) => game.Power[i] / gain).ToArray();
        var excess = Games.LargestWeightedGain(game, multiplier) - multiplier.Zip(gains).Sum(pair => pair.First * pair.Second);
        Assert.True(excess < Tolerance * multiplier.Max(), $"{excess} with multipliers {string.Join(" ", multiplier)}");
    }

    private static void AssertSame(IReadOnlyList<double> expected, IReadOnlyList<double> found) =>
        Assert.All(expected, (gain, i) => Assert.Equal(gain, found[i], Tolerance * Math.Max(1, Math.Abs(gain))));

    private static void AssertLargestShare(BargainingGame game)
    {
        var (nash, shares) = (Found(CooperativeSolver.Nash(game)), Found(CooperativeSolver.KalaiSmorodinsky(game)));
        double[] best = [.. shares.Gains.Zip(shares.Shares, (gain, share) => gain / share)];
        Assert.True(shares.Shares.Min() >= nash.Gains.Zip(best, (gain, most) => gain / most).Min() - Tolerance);
    }

    private static BargainingSolution Found(BargainingSolution solution)
    {
        Assert.Equal(BargainingVerdict.Found, solution.Verdict);
        return solution;
    }
}
