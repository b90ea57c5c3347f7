using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>Bargaining problems with known answers, each written as a game over issues.</summary>
public sealed class PublishedBargainsTests
{
    /// <summary>Kinks are rounded by 1e-7 of the scale and the barrier fades to 1e-8; a sum over nine goods adds up.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>u₁ + u₂ ≤ 1: one issue, opposite ideals.</summary>
    private static BargainingGame Dollar(double d1 = 0, double d2 = 0, double[]? power = null) =>
        Games.Of([[1], [1]], [[100], [0]], [d1, d2], power);

    /// <summary>u₁ + u₂ + u₃ ≤ 1: the third player keeps what the two issues do not give to the first two.</summary>
    private static BargainingGame ThreePlayerDollar(double[]? power = null) =>
        Games.Of([[1, 0], [0, 1], [1, 1]], [[100, 0], [0, 100], [0, 0]], [0.1, 0.1, 1.1], power);

    [Fact]
    public void Two_players_split_a_dollar_in_halves()
    {
        AssertGains([0.5, 0.5], CooperativeSolver.Nash(Dollar()));
        AssertGains([0.5, 0.5], CooperativeSolver.KalaiSmorodinsky(Dollar()));
    }

    [Fact]
    public void A_player_who_has_something_to_fall_back_on_gets_more()
    {
        // 0.6 and 0.4 less 0.2 and 0.
        AssertGains([0.4, 0.4], CooperativeSolver.Nash(Dollar(0.2)));
        AssertGains([0.4, 0.4], CooperativeSolver.KalaiSmorodinsky(Dollar(0.2)));
    }

    [Fact]
    public void Power_divides_the_dollar_in_its_own_proportions() =>
        AssertGains([0.7, 0.3], CooperativeSolver.Nash(Dollar(power: [0.7, 0.3])));

    [Fact]
    public void Three_players_split_what_is_left_of_a_dollar()
    {
        AssertGains([0.7 / 3, 0.7 / 3, 0.7 / 3], CooperativeSolver.Nash(ThreePlayerDollar()));
        AssertGains([0.35, 0.21, 0.14], CooperativeSolver.Nash(ThreePlayerDollar([0.5, 0.3, 0.2])));
        AssertGains([0.7 / 3, 0.7 / 3, 0.7 / 3], CooperativeSolver.KalaiSmorodinsky(ThreePlayerDollar()));
    }

    [Fact]
    public void On_a_curved_frontier_the_two_solutions_part()
    {
        // u₂ ≤ 1 − u₁².
        var game = Dollar();
        game.Shape[1] = 2;
        AssertGains([1 / Math.Sqrt(3), 2.0 / 3], CooperativeSolver.Nash(game));
        var golden = (Math.Sqrt(5) - 1) / 2;
        AssertGains([golden, golden], CooperativeSolver.KalaiSmorodinsky(game));
    }

    /// <summary>
    /// u₂ ≤ 1 − u₁² with 0.2 and 0.1 to fall back on. Kalai–Smorodinsky: equal shares t of the best gains a = √0.9 − 0.2 and
    /// b = 0.96 − 0.1, so 0.1 + tb = 1 − (0.2 + ta)². Nash: 2u₁(u₁ − 0.2) = 0.9 − u₁².
    /// </summary>
    [Fact]
    public void On_a_curved_frontier_both_solutions_start_from_what_each_has_to_fall_back_on()
    {
        var game = Dollar(0.2, 0.1);
        game.Shape[1] = 2;
        var (a, b) = (Math.Sqrt(0.9) - 0.2, 0.86);
        var half = ((0.4 * a) + b) / 2;
        var share = (Math.Sqrt((half * half) + (0.86 * a * a)) - half) / (a * a);
        AssertGains([share * a, share * b], CooperativeSolver.KalaiSmorodinsky(game));
        var first = (0.4 + Math.Sqrt(0.16 + 10.8)) / 6;
        AssertGains([first - 0.2, 0.9 - (first * first)], CooperativeSolver.Nash(game));
    }

    /// <summary>u₁ + u₂/2 ≤ 1 with 0.2 and 0.4 to fall back on: half of what is left, in each one's own units.</summary>
    [Fact]
    public void The_units_of_a_utility_do_not_matter_to_either_solution()
    {
        var game = Games.Of([[1], [2]], [[100], [0]], [0.2, 0.4]);
        AssertGains([0.3, 0.6], CooperativeSolver.Nash(game));
        AssertGains([0.3, 0.6], CooperativeSolver.KalaiSmorodinsky(game));
    }

    [Fact]
    public void A_cap_that_does_not_bind_moves_the_solution_of_Kalai_and_Smorodinsky_but_not_that_of_Nash()
    {
        // u₁ + u₂ ≤ 1 and u₂ ≤ 0.5.
        var game = Dollar();
        game.AtLeast[0] = 50;
        AssertGains([0.5, 0.5], CooperativeSolver.Nash(game));
        AssertGains([2.0 / 3, 1.0 / 3], CooperativeSolver.KalaiSmorodinsky(game));
    }

    [Fact]
    public void Logrolling_gives_each_issue_to_the_one_who_cares_most()
    {
        var solution = CooperativeSolver.Nash(Games.Of([[0.7, 0.3], [0.3, 0.7]], [[100, 100], [0, 0]], [0, 0]));
        AssertGains([0.7, 0.7], solution);
        Assert.Equal(100, solution.Terms[0], 100 * Tolerance);
        Assert.Equal(0, solution.Terms[1], 100 * Tolerance);
    }

    /// <summary>Nash 1950, section "Examples": nine goods; both gain when each gives away what the other values more.</summary>
    [Fact]
    public void Bill_and_Jack_trade_seven_of_nine_goods_and_gain_twelve_and_five()
    {
        double[] bill = [-2, -2, -2, -2, -4, 10, 4, 6, 2]; // book, whip, ball, bat, box; pen, toy, knife, hat
        double[] jack = [4, 2, 1, 2, 1, -1, -1, -2, -2];
        var solution = CooperativeSolver.Nash(Games.Of(
            [[.. bill.Select(Math.Abs)], [.. jack.Select(Math.Abs)]],
            [[.. bill.Select(worth => worth > 0 ? 100.0 : 0)], [.. jack.Select(worth => worth > 0 ? 100.0 : 0)]],
            [bill.Sum(worth => Math.Max(0, -worth)), jack.Sum(worth => Math.Max(0, -worth))])); // nothing traded
        Assert.Equal(12, solution.Gains[0], 100 * Tolerance); // gains of tens where the others are below 1
        Assert.Equal(5, solution.Gains[1], 100 * Tolerance);
        Assert.All(solution.Terms, (share, good) => Assert.Equal(good is 4 or 8 ? 0 : 100, share, 0.01)); // a share of a good, in percent
    }

    /// <summary>
    /// Fearon 1995: war costs something, so there is something to bargain over: from p − c_A to p + c_B. A wins with 0.6; the
    /// costs are 0.1 and 0.15.
    /// </summary>
    [Fact]
    public void Where_conflict_costs_there_is_a_range_to_bargain_over_between_what_each_side_could_get_by_it()
    {
        var game = Dollar(0.6 - 0.1, 0.4 - 0.15);
        Assert.Equal(62.5, Assert.Single(CooperativeSolver.Nash(game).Terms), 100 * Tolerance);
        AssertEnd(game, 50);
        AssertEnd(game, 75);
    }

    /// <summary>War pays A 0.3 and costs B nothing: A asks for 0.9 and B for 0.4.</summary>
    [Fact]
    public void Where_conflict_pays_there_is_nothing_to_bargain_over()
    {
        var game = Dollar(0.6 + 0.3, 0.4);
        Assert.False(CooperativeSolver.IsFeasible(game));
        Assert.Equivalent(BargainingSolution.Without(BargainingVerdict.Infeasible), CooperativeSolver.Nash(game), strict: true);
        Assert.Equivalent(BargainingSolution.Without(BargainingVerdict.Infeasible), CooperativeSolver.KalaiSmorodinsky(game), strict: true);
        Assert.Equal(new BlockingPair(0, 1, -1, 0), BlockingPair.Find(game));
    }

    /// <summary>
    /// Where the range ends: held to a hundredth of the dollar on its inner side the solvers find terms, on its outer side none.
    /// </summary>
    private static void AssertEnd(BargainingGame game, double end)
    {
        double[] inside = [Math.Min(end, 62.5), Math.Max(end, 62.5)];
        double[] outside = end < 62.5 ? [0, end - 0.01] : [end + 0.01, 100];
        Assert.True(CooperativeSolver.IsFeasible(Held(inside)));
        Assert.False(CooperativeSolver.IsFeasible(Held(outside)));
        var nearest = Held(end < 62.5 ? [end + 0.01, end + 0.02] : [end - 0.02, end - 0.01]);
        Assert.InRange(Assert.Single(CooperativeSolver.Nash(nearest).Terms), nearest.Low(0), nearest.High(0));

        BargainingGame Held(double[] range)
        {
            var held = game.Among(0, 1);
            (held.AtLeast[0], held.AtMost[0]) = (range[0], range[1]);
            return held;
        }
    }

    private static void AssertGains(double[] expected, BargainingSolution solution)
    {
        Assert.Equal(BargainingVerdict.Found, solution.Verdict);
        Assert.Equal(expected.Length, solution.Gains.Count);
        Assert.All(expected, (gain, player) => Assert.Equal(gain, solution.Gains[player], Tolerance));
    }
}
