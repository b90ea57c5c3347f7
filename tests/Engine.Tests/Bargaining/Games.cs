using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>Bargaining games, given and random.</summary>
internal static class Games
{
    /// <summary>A game with linear values; rows are players, columns issues, ideals at 0 or 100 or between.</summary>
    public static BargainingGame Of(double[][] weight, double[][] ideal, double[] reservation, double[]? power = null)
    {
        var game = new BargainingGame(weight.Length, weight[0].Length);
        for (var i = 0; i < weight.Length; i++)
        {
            weight[i].CopyTo(game.Weight[(i * game.Issues)..]);
            ideal[i].CopyTo(game.Ideal[(i * game.Issues)..]);
        }

        reservation.CopyTo(game.Reservation);
        power?.CopyTo(game.Power);
        return game;
    }

    /// <summary>
    /// Concave games of 2 to 4 players and 1 to 6 issues with linear values, in which some random terms give everyone more
    /// than it can do without.
    /// </summary>
    public static Gen<BargainingGame> Linear { get; } = Sized(Gen.Int[2, 4]);

    public static Gen<BargainingGame> LinearOfTwo { get; } = Sized(Gen.Const(2));

    /// <summary>The same with bent values, losses felt more and values without a deal; concave still.</summary>
    public static Gen<BargainingGame> Bent { get; } =
        from game in Linear
        from shape in Gen.Double[1, 3].Array[game.Players * game.Issues]
        from without in Gen.Double[0, 1].Array[game.Players * game.Issues]
        from lossAversion in Gen.Double[1, 3].Array[game.Players]
        from agreed in Gen.Double[0, 100].Array[game.Issues]
        from margin in Gen.Double[0.01, 0.2].Array[game.Players]
        select Change(game, shape, without, lossAversion, agreed, margin);

    /// <summary>The largest Σ multiplier·gain over the box, issue by issue, since without interactions it splits into issues.</summary>
    public static double LargestWeightedGain(BargainingGame game, ReadOnlySpan<double> multiplier, int steps = 2000)
    {
        var sum = 0.0;
        for (var i = 0; i < game.Players; i++)
        {
            sum -= multiplier[i] * game.Reservation[i];
        }

        for (var k = 0; k < game.Issues; k++)
        {
            var (low, high) = (game.Low(k), game.High(k));
            var best = double.NegativeInfinity;
            for (var step = 0; step <= steps; step++)
            {
                best = Math.Max(best, IssueGain(game, multiplier, k, low + ((high - low) * step / steps)));
            }

            for (var i = 0; i < game.Players; i++)
            {
                best = Math.Max(best, IssueGain(game, multiplier, k, Math.Clamp(game.Ideal[(i * game.Issues) + k], low, high)));
            }

            sum += best;
        }

        return sum;
    }

    private static double IssueGain(BargainingGame game, ReadOnlySpan<double> multiplier, int k, double x)
    {
        var sum = 0.0;
        for (var i = 0; i < game.Players; i++)
        {
            var at = (i * game.Issues) + k;
            var p = game.Ideal[at];
            var change = 1 - Math.Pow(Math.Abs(x - p) / Math.Max(p, 100 - p), game.Shape[at]) - game.Without[at];
            sum += multiplier[i] * game.Weight[at] * (change < 0 ? game.LossAversion[i] * change : change);
        }

        return sum;
    }

    private static Gen<BargainingGame> Sized(Gen<int> sizes) =>
        from players in sizes
        from issues in Gen.Int[1, 6]
        from weight in Gen.Double[0.05, 1].Array[issues].Array[players]
        from ideal in Gen.Double[0, 100].Array[issues].Array[players]
        from power in Gen.Double[0.2, 1].Array[players]
        from agreed in Gen.Double[0, 100].Array[issues]
        from margin in Gen.Double[0.01, 0.2].Array[players]
        select Reserve(Of(weight, ideal, new double[players], power), agreed, margin);

    private static BargainingGame Change(
        BargainingGame game, double[] shape, double[] without, double[] lossAversion, double[] agreed, double[] margin)
    {
        shape.CopyTo(game.Shape);
        without.CopyTo(game.Without);
        lossAversion.CopyTo(game.LossAversion);
        game.Reservation.Clear();
        return Reserve(game, agreed, margin);
    }

    /// <summary>Lets everyone gain its margin by the agreed terms.</summary>
    private static BargainingGame Reserve(BargainingGame game, double[] agreed, double[] margin)
    {
        var gains = new double[game.Players];
        game.Gains(agreed, gains);
        for (var i = 0; i < game.Players; i++)
        {
            game.Reservation[i] = gains[i] - margin[i];
        }

        return game;
    }
}
