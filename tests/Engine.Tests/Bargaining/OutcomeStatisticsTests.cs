using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

public sealed class OutcomeStatisticsTests
{
    [Fact]
    public void Every_draw_with_an_answer_counts_alike_in_the_mean_however_many_its_block_has()
    {
        // One draw at 0 in every block, and nine at 100 in the first alone: a mean of blocks would say 4.5.
        var statistics = new OutcomeStatistics(1);
        for (var block = 0; block < 20; block++)
        {
            statistics.Observe(block, [0]);
        }

        for (var draw = 0; draw < 9; draw++)
        {
            statistics.Observe(0, [100]);
        }

        var spread = statistics.Report().Issues![0];
        Assert.Equal(900.0 / 29, spread.Mean.Value, 1e-12);

        // The standard error of a ratio of sums: residuals of the blocks' sums, over the mean number of answers (Cochran 1977).
        var residuals = Math.Pow(900 - (900.0 / 29 * 10), 2) + (19 * Math.Pow(900.0 / 29, 2));
        Assert.Equal(Math.Sqrt(residuals / (20 * 19)) / (29 / 20.0), spread.Mean.StandardError, 1e-9);
        Assert.InRange(spread.Mean.Value, spread.Low80.Value, spread.High80.Value);
    }
}
