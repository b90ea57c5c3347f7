using Parley.Engine.Sampling;

namespace Parley.Engine.Estimating;

/// <summary>
/// Every statistic of a report, computed in each of the sample's blocks. The blocks are independent replications, so an
/// estimate is the mean over them and its standard error comes from their variance, quantiles and all alike.
/// </summary>
internal sealed class Tally(int statistics)
{
    private readonly double[] cells = new double[statistics * LatinHypercube.Blocks];

    /// <summary>The statistics of one block; different blocks may be written at the same time.</summary>
    public Span<double> Block(int block) => cells.AsSpan(block * statistics, statistics);

    /// <summary>Mean over the blocks with its standard error (19 degrees of freedom), summed in block order.</summary>
    public Estimate this[int statistic]
    {
        get
        {
            var sum = 0.0;
            for (var block = 0; block < LatinHypercube.Blocks; block++)
            {
                sum += cells[(block * statistics) + statistic];
            }

            var mean = sum / LatinHypercube.Blocks;
            var squares = 0.0;
            for (var block = 0; block < LatinHypercube.Blocks; block++)
            {
                var deviation = cells[(block * statistics) + statistic] - mean;
                squares += deviation * deviation;
            }

            return new Estimate(mean, Math.Sqrt(squares / (LatinHypercube.Blocks * (LatinHypercube.Blocks - 1))));
        }
    }
}
