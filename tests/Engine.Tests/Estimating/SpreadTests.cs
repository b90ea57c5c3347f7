using Parley.Engine.Estimating;

namespace Parley.Engine.Tests.Estimating;

public sealed class SpreadTests
{
    /// <summary>Rounding of one interpolation.</summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void Each_quantity_has_the_quantiles_of_its_own_draws_in_whatever_pieces_they_arrive()
    {
        const int draws = 10;
        var statistics = new Statistics();
        var before = statistics.Reserve(2);
        var spread = new Spread(3, draws, statistics);
        var tally = new double[statistics.Count];
        tally.AsSpan(before, 2).Fill(-7);
        for (var q = 0; q < 3; q++)
        {
            double[] values = [.. Enumerable.Range(1, draws).Select(k => (10.0 * q) + (((7 * k) % 11) * (q + 1)))]; // 1 to 10 in another order
            spread.Observe(q, 4, values.AsSpan(4));
            spread.Observe(q, 0, values.AsSpan(0, 4));
        }

        spread.EndBlock(0, tally);
        Assert.Equal([-7, -7], tally[..2]);
        for (var q = 0; q < 3; q++)
        {
            Assert.Equal((10 * q) + (1.5 * (q + 1)), tally[spread.Low80(q)], Rounding);
            Assert.Equal((10 * q) + (5.5 * (q + 1)), tally[spread.Median(q)], Rounding);
            Assert.Equal((10 * q) + (9.5 * (q + 1)), tally[spread.High80(q)], Rounding);
        }
    }

    [Fact]
    public void A_second_block_forgets_the_first()
    {
        var statistics = new Statistics();
        var spread = new Spread(1, 2, statistics);
        var tally = new double[statistics.Count];
        foreach (var draws in new double[][] { [100, 200], [3, 3] })
        {
            spread.Observe(0, 0, draws);
            spread.EndBlock(0, tally);
        }

        Assert.Equal([3, 3, 3], tally);
    }
}
