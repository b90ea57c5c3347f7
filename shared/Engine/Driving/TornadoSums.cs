using Parley.Engine.Estimating;

namespace Parley.Engine.Driving;

/// <summary>
/// Means of one output with one input held at its 10 % or its 90 % quantile and everything else drawn, over some blocks of a
/// sample. Means, not values at the modes: where inputs act together, what one of them does at the modes of the others says
/// little. Different blocks may be written at the same time.
/// </summary>
internal sealed class TornadoSums(int inputs, int blocks, int pointsPerBlock)
{
    private readonly double[] means = new double[blocks * inputs * 2];

    /// <summary>The quantile of the input at its low end; the high end is 1 minus that.</summary>
    public const double LowQuantile = 0.1;

    public int Blocks => blocks;

    /// <summary>Takes all points of a block.</summary>
    public void Observe(int block, int input, bool isHigh, ReadOnlySpan<double> output)
    {
        var sum = 0.0;
        foreach (var number in output)
        {
            sum += number;
        }

        means[Place(block, input, isHigh)] = sum / pointsPerBlock;
    }

    public Estimate Low(int input) => Over(block => means[Place(block, input, false)]);

    public Estimate High(int input) => Over(block => means[Place(block, input, true)]);

    /// <summary>High minus low, paired: everything else is the same in both.</summary>
    public Estimate Swing(int input) => Over(block => means[Place(block, input, true)] - means[Place(block, input, false)]);

    private int Place(int block, int input, bool isHigh) => (((block * inputs) + input) * 2) + (isHigh ? 1 : 0);

    private Estimate Over(Func<int, double> ofBlock)
    {
        double[] each = [.. Enumerable.Range(0, blocks).Select(ofBlock)];
        var mean = each.Sum() / blocks;
        return new Estimate(mean, Math.Sqrt(each.Sum(value => (value - mean) * (value - mean)) / (blocks * (blocks - 1.0))));
    }
}
