namespace Parley.Engine.Estimating;

/// <summary>
/// Quantities whose whole distribution is reported: keeps one block's draws of each and reduces them to a mean, a median
/// and the ends of the 80 % interval.
/// </summary>
internal sealed class Spread
{
    private static readonly double[] Probabilities = [0.1, 0.5, 0.9];

    private readonly int drawsPerBlock;
    private readonly int places;
    private readonly int first;
    private readonly double[] values;
    private readonly Quantiles quantiles = new();

    /// <param name="quantities">How many quantities.</param>
    public Spread(int quantities, int drawsPerBlock, Statistics statistics)
    {
        this.drawsPerBlock = drawsPerBlock;
        places = quantities;
        first = statistics.Reserve(quantities * Probabilities.Length);
        values = new double[quantities * drawsPerBlock];
    }

    /// <summary>Place of the 10 % quantile of a quantity.</summary>
    public int Low80(int quantity) => first + (quantity * Probabilities.Length);

    /// <summary>Place of the median of a quantity.</summary>
    public int Median(int quantity) => Low80(quantity) + 1;

    /// <summary>Place of the 90 % quantile of a quantity.</summary>
    public int High80(int quantity) => Low80(quantity) + 2;

    /// <summary>Keeps draws of a quantity, from place <paramref name="start"/> of the block on.</summary>
    public void Observe(int quantity, int start, ReadOnlySpan<double> draws) =>
        draws.CopyTo(values.AsSpan((quantity * drawsPerBlock) + start));

    /// <summary>The block's draws of a quantity, once all of them were observed; the next block overwrites them.</summary>
    public ReadOnlySpan<double> Draws(int quantity) => values.AsSpan(quantity * drawsPerBlock, drawsPerBlock);

    /// <summary>Writes the block's quantiles.</summary>
    public void EndBlock(Span<double> tally)
    {
        for (var q = 0; q < places; q++)
        {
            quantiles.Compute(
                values.AsSpan(q * drawsPerBlock, drawsPerBlock), Probabilities, tally.Slice(Low80(q), Probabilities.Length));
        }
    }
}
