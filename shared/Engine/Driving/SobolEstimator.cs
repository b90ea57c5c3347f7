using System.Numerics.Tensors;

namespace Parley.Engine.Driving;

/// <summary>
/// Sobol' indices of an output: first order by Saltelli et al. 2010 (Computer Physics Communications 181, 259–270), table 2,
/// estimator (b), total by Jansen 1999 (Computer Physics Communications 117, 35–43). The variance is that of both samples.
/// </summary>
internal static class SobolEstimator
{
    /// <summary>Estimates from the blocks, each taken a number of times.</summary>
    /// <param name="times">How often each block counts; all 1 for the sample itself.</param>
    /// <param name="pointsPerBlock">Points of every block.</param>
    /// <param name="first">Receives S1 of every input; may come out below 0.</param>
    /// <param name="total">Receives ST of every input, never below 0.</param>
    /// <returns>Mean and variance of the output; where the variance is 0 there are no indices and the spans are cleared.</returns>
    public static (double Mean, double Variance) Estimate(
        SobolSums sums, ReadOnlySpan<int> times, int pointsPerBlock, Span<double> first, Span<double> total)
    {
        var (points, sum, squares) = (0, 0.0, 0.0);
        Span<double> changes = new double[sums.Inputs * SobolSums.PerInput];
        for (var block = 0; block < times.Length; block++)
        {
            if (times[block] > 0)
            {
                points += times[block] * pointsPerBlock;
                sum += times[block] * sums.Block(block)[0];
                squares += times[block] * sums.Block(block)[1];
                TensorPrimitives.MultiplyAdd(sums.Changes(block), (double)times[block], changes, changes);
            }
        }

        var shift = sum / (2 * points);
        var variance = (squares / (2 * points)) - (shift * shift);
        for (var input = 0; input < sums.Inputs; input++)
        {
            var change = changes.Slice(input * SobolSums.PerInput, SobolSums.PerInput);
            first[input] = variance > 0 ? (change[0] - (shift * change[1])) / (points * variance) : 0;
            total[input] = variance > 0 ? change[2] / (2 * points * variance) : 0;
        }

        return (sums.Centre + shift, Math.Max(variance, 0));
    }
}
