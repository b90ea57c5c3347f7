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
            Span<double> blocks = stackalloc double[LatinHypercube.Blocks];
            for (var block = 0; block < LatinHypercube.Blocks; block++)
            {
                blocks[block] = this[block, statistic];
            }

            return OverBlocks(blocks);
        }
    }

    /// <summary>A statistic of one block.</summary>
    public double this[int block, int statistic] => cells[(block * statistics) + statistic];

    /// <summary>Mean of one number a block with its standard error.</summary>
    public static Estimate OverBlocks(ReadOnlySpan<double> blocks)
    {
        var sum = 0.0;
        foreach (var value in blocks)
        {
            sum += value;
        }

        var mean = sum / blocks.Length;
        var squares = 0.0;
        foreach (var value in blocks)
        {
            var deviation = value - mean;
            squares += deviation * deviation;
        }

        return new Estimate(mean, Math.Sqrt(squares / (blocks.Length * (blocks.Length - 1))));
    }
}
