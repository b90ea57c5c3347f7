using CsCheck;
using Parley.Engine.Estimating;

namespace Parley.Engine.Tests.Estimating;

public sealed class TallyTests
{
    [Fact]
    public void An_estimate_is_the_mean_of_twenty_blocks_with_the_standard_error_of_a_mean() => Gen.Double[-100, 100].Array[20].Sample(
        blocks =>
        {
            var tally = new Tally(3);
            for (var block = 0; block < 20; block++)
            {
                tally.Block(block)[1] = blocks[block];
            }

            var mean = blocks.Average();
            var deviation = Math.Sqrt(blocks.Sum(b => (b - mean) * (b - mean)) / 19);
            Assert.Equal(mean, tally[1].Value, 1e-12);
            Assert.Equal(deviation / Math.Sqrt(20), tally[1].StandardError, 1e-12);
            Assert.Equal(new Estimate(0, 0), tally[0]);
            Assert.Equal(new Estimate(0, 0), tally[2]);
        },
        iter: Effort.Of(500),
        threads: 1);
}
