using System.Numerics.Tensors;

namespace Parley.Engine.Estimating;

/// <summary>
/// Sample quantiles, definition 5 of Hyndman &amp; Fan 1996 (American Statistician 50, 361–365; Hazen 1914): the k-th of n
/// sorted values stands for (k − ½)/n, which is the middle of its stratum. Definitions made for independent draws, such as
/// 8, are off by a fixed part of a stratum in a Latin hypercube, where the standard error is smaller than that.
/// </summary>
internal sealed class Quantiles
{
    private int[] ends = [];
    private double[] binned = [];

    /// <summary>
    /// Writes the quantiles of the values for the <paramref name="probabilities"/> without sorting all of them: values are
    /// put into bins, and only the bins that hold a wanted rank are sorted. Linear in the number of values.
    /// </summary>
    public void Compute(ReadOnlySpan<double> values, ReadOnlySpan<double> probabilities, Span<double> quantiles)
    {
        var low = TensorPrimitives.Min(values);
        var high = TensorPrimitives.Max(values);
        var bins = Math.Clamp(values.Length / 4, 1, 4096);
        var scale = (bins - 1) / (high - low);
        if (!double.IsFinite(scale))
        {
            // All values are equal, or within a few units of the last place of each other.
            quantiles.Fill(low);
            return;
        }

        Bin(values, low, scale, bins);
        for (var i = 0; i < probabilities.Length; i++)
        {
            var place = Math.Clamp((values.Length * probabilities[i]) + 0.5, 1, values.Length);
            var below = (int)place;
            var lower = Ranked(below - 1);
            var upper = place > below ? Ranked(below) : lower;
            quantiles[i] = lower + ((place - below) * (upper - lower));
        }
    }

    /// <summary>Counting sort by bin; afterwards <c>ends[b]</c> is one past the last value of bin b.</summary>
    private void Bin(ReadOnlySpan<double> values, double low, double scale, int bins)
    {
        if (ends.Length < bins || binned.Length < values.Length)
        {
            ends = new int[bins];
            binned = new double[values.Length];
        }

        ends.AsSpan().Clear();
        foreach (var value in values)
        {
            ends[(int)((value - low) * scale)]++;
        }

        var end = 0;
        for (var b = 0; b < bins; b++)
        {
            (ends[b], end) = (end, end + ends[b]);
        }

        foreach (var value in values)
        {
            binned[ends[(int)((value - low) * scale)]++] = value;
        }
    }

    /// <summary>The value of a rank, counted from 0.</summary>
    private double Ranked(int rank)
    {
        var bin = 0;
        while (ends[bin] <= rank)
        {
            bin++;
        }

        var start = bin == 0 ? 0 : ends[bin - 1];
        binned.AsSpan(start, ends[bin] - start).Sort();
        return binned[rank];
    }
}
