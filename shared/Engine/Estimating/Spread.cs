using Parley.Engine.Sampling;

namespace Parley.Engine.Estimating;

/// <summary>
/// Quantities whose whole distribution is reported: keeps the draws of a block, or of those that go together, and reduces each block's to a mean, a median
/// and the ends of the 80 % interval.
/// </summary>
internal sealed class Spread
{
    private static readonly double[] Probabilities = [0.1, 0.5, 0.9];

    private readonly int drawsPerBlock;
    private readonly int width;
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
        width = drawsPerBlock * DrawBatch.BlocksTogether(drawsPerBlock);
        values = new double[quantities * width];
    }

    /// <summary>Place of the 10 % quantile of a quantity.</summary>
    public int Low80(int quantity) => first + (quantity * Probabilities.Length);

    /// <summary>Place of the median of a quantity.</summary>
    public int Median(int quantity) => Low80(quantity) + 1;

    /// <summary>Place of the 90 % quantile of a quantity.</summary>
    public int High80(int quantity) => Low80(quantity) + 2;

    /// <summary>Keeps draws of a quantity, from <paramref name="start"/> of the block, or of the first of those that go together, on.</summary>
    public void Observe(int quantity, int start, ReadOnlySpan<double> draws) => draws.CopyTo(values.AsSpan((quantity * width) + start));

    /// <summary>
    /// A block's draws of a quantity, once all of them were observed; the next blocks overwrite them.
    /// </summary>
    /// <param name="place">Of the block, among those that go together.</param>
    public ReadOnlySpan<double> Draws(int quantity, int place = 0) => values.AsSpan((quantity * width) + (place * drawsPerBlock), drawsPerBlock);

    /// <summary>Writes a block's quantiles.</summary>
    /// <param name="place">Of the block, among those that go together.</param>
    public void EndBlock(int place, Span<double> tally)
    {
        for (var q = 0; q < places; q++)
        {
            quantiles.Compute(Draws(q, place), Probabilities, tally.Slice(Low80(q), Probabilities.Length));
        }
    }
}
