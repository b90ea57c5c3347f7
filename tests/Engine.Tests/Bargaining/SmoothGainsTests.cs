using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>Derivatives are held to differences of what they are derivatives of.</summary>
public sealed class SmoothGainsTests
{
    private const double Smoothing = 0.1;
    private const double Step = 1e-5;

    /// <summary>A central difference over such a step misses by its square times a third derivative, which kinks so round keep below some thousands.</summary>
    private const double Missed = 1e-5;

    private static Gen<(BargainingGame Game, double[] Terms)> Cases { get; } =
        from game in Games.Bent
        from terms in Gen.Double[0.05, 0.95].Array[6]
        from pairs in Gen.Double[0, 1].Array[8]
        from straight in Gen.Bool
        select (With(game, pairs, straight), terms[..game.Issues]);

    [Fact]
    public void Gradients_are_the_slopes_of_the_gains() => Cases.Sample(
        each =>
        {
            var gains = new SmoothGains(each.Game);
            for (var k = 0; k < each.Game.Issues; k++)
            {
                var (above, below) = (At(gains, each.Terms, k, Step).Gains.ToArray(), At(gains, each.Terms, k, -Step).Gains.ToArray());
                At(gains, each.Terms, k, 0);
                for (var i = 0; i < each.Game.Players; i++)
                {
                    Assert.Equal((above[i] - below[i]) / (2 * Step), gains.Gradient(i)[k], Missed);
                }
            }
        },
        iter: Effort.Of(200));

    [Fact]
    public void Curvatures_are_the_slopes_of_the_gradients() => Cases.Sample(
        each =>
        {
            var (issues, gains) = (each.Game.Issues, new SmoothGains(each.Game));
            double[] multiplier = [.. Enumerable.Range(0, each.Game.Players).Select(i => 0.5 + i)];
            var matrix = new double[(issues + 1) * (issues + 1)];
            At(gains, each.Terms, 0, 0).AddCurvature(multiplier, matrix, issues + 1);
            for (var k = 0; k < issues; k++)
            {
                var (above, below) = (Weighed(At(gains, each.Terms, k, Step)), Weighed(At(gains, each.Terms, k, -Step)));
                for (var other = 0; other < issues; other++)
                {
                    Assert.Equal((above[other] - below[other]) / (2 * Step), matrix[(k * (issues + 1)) + other], 10 * Missed);
                }
            }

            Assert.All(Enumerable.Range(0, issues + 1), k => Assert.Equal((0, 0), (matrix[(k * (issues + 1)) + issues], matrix[(issues * (issues + 1)) + k])));

            double[] Weighed(SmoothGains at) =>
                [.. Enumerable.Range(0, issues).Select(k => multiplier.Select((weight, i) => weight * at.Gradient(i)[k]).Sum())];
        },
        iter: Effort.Of(200));

    [Fact]
    public void With_kinks_hardly_rounded_the_gains_are_those_of_the_game() => Cases.Sample(
        each =>
        {
            var (smooth, exact) = (new SmoothGains(each.Game), new double[each.Game.Players]);
            smooth.Evaluate(each.Terms, 1e-9);
            each.Game.Gains([.. each.Terms.Select(x => 100 * x)], exact);
            for (var i = 0; i < exact.Length; i++)
            {
                Assert.Equal(exact[i], smooth.Gains[i], 1e-7);
            }
        },
        iter: Effort.Of(200));

    private static SmoothGains At(SmoothGains gains, double[] terms, int k, double step)
    {
        double[] moved = [.. terms];
        moved[k] += step;
        gains.Evaluate(moved, Smoothing);
        return gains;
    }

    /// <summary>The first and the last player value issues together, the one feeling losses more; straight values have a branch of their own.</summary>
    private static BargainingGame With(BargainingGame game, double[] numbers, bool isStraight)
    {
        if (isStraight)
        {
            game.Shape.Fill(1);
        }

        if (game.Issues > 1)
        {
            game.Interactions.Add(new ValuedTogether(0, 0, game.Issues - 1, numbers[0], numbers[1]));
            game.Interactions.Add(new ValuedTogether(game.Players - 1, game.Issues - 1, 0, numbers[2], numbers[3]));
            game.Interactions.Add(new ValuedTogether(game.Players - 1, game.Issues / 2, (game.Issues / 2) == 0 ? 1 : 0, numbers[4], numbers[5]));
        }

        return game;
    }
}
