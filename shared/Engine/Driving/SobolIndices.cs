using Parley.Engine.Estimating;

namespace Parley.Engine.Driving;

/// <summary>Indices of one output with what the bootstrap says about their errors.</summary>
internal sealed class SobolIndices
{
    private static readonly double[] Ends = [0.025, 0.975];

    private readonly Quantiles quantiles = new();
    private readonly double[] first;
    private readonly double[] total;
    private readonly double[][] resampledFirst;
    private readonly double[][] resampledTotal;

    public SobolIndices(SobolSums sums, int pointsPerBlock, Resamples resamples)
    {
        first = new double[sums.Inputs];
        total = new double[sums.Inputs];
        var once = new int[BlockedSample.Blocks];
        once.AsSpan().Fill(1);
        var (mean, variance) = SobolEstimator.Estimate(sums, once, pointsPerBlock, first, total);
        resampledFirst = [.. Enumerable.Range(0, resamples.Count).Select(_ => new double[sums.Inputs])];
        resampledTotal = [.. Enumerable.Range(0, resamples.Count).Select(_ => new double[sums.Inputs])];
        var (means, variances) = (new double[resamples.Count], new double[resamples.Count]);
        for (var r = 0; r < resamples.Count; r++)
        {
            (means[r], variances[r]) = SobolEstimator.Estimate(sums, resamples[r], pointsPerBlock, resampledFirst[r], resampledTotal[r]);
        }

        Mean = new Estimate(mean, StandardError(means));
        Variance = new Estimate(variance, StandardError(variances));
    }

    public Estimate Mean { get; }

    public Estimate Variance { get; }

    /// <summary>ST as estimated.</summary>
    public double Total(int input) => total[input];

    /// <summary>S1 of some inputs, added up.</summary>
    public IndexEstimate FirstOf(IReadOnlyList<int> inputs) => Of(first, resampledFirst, inputs);

    /// <summary>ST of some inputs, added up.</summary>
    public IndexEstimate TotalOf(IReadOnlyList<int> inputs) => Of(total, resampledTotal, inputs);

    private IndexEstimate Of(double[] values, double[][] resampled, IReadOnlyList<int> inputs)
    {
        double Sum(double[] each) => inputs.Sum(input => each[input]);
        double[] sums = [.. resampled.Select(Sum)];
        Span<double> ends = stackalloc double[Ends.Length];
        quantiles.Compute(sums, Ends, ends);
        return new IndexEstimate(Sum(values), StandardError(sums), ends[0], ends[1]);
    }

    private static double StandardError(double[] resampled)
    {
        var mean = resampled.Average();
        return Math.Sqrt(resampled.Sum(value => (value - mean) * (value - mean)) / (resampled.Length - 1));
    }
}
