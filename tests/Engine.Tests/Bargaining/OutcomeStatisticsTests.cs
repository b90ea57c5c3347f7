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

        var mean = statistics.Report().Issues![0].Mean;
        Assert.Equal(900.0 / 29, mean.Value, 1e-12);
        Assert.True(mean.StandardError > 0);
    }
}
