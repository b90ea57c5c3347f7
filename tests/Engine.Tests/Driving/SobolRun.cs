using Parley.Engine.Driving;
using Parley.Engine.Sampling;

namespace Parley.Engine.Tests.Driving;

/// <summary>The estimators of the analysis over any function of uniform inputs, on the same kind of sample.</summary>
internal static class SobolRun
{
    public static SobolIndices Of(Func<double[], double> function, int inputs, int points, long seed, int resamples = 100)
    {
        var blocks = new BlockedSample(points);
        var (a, b) = (Draw("a", inputs, blocks, seed), Draw("b", inputs, blocks, seed));
        var (ofA, ofB) = (Evaluate(function, a, points), Evaluate(function, b, points));
        var sums = new SobolSums(inputs, ofA.Take(10).Average());
        ForEachBlock(blocks, (block, at) => sums.Observe(block, ofA[at], ofB[at]));
        for (var i = 0; i < inputs; i++)
        {
            var changed = Evaluate(function, [.. a.Select((row, j) => j == i ? b[j] : row)], points);
            ForEachBlock(blocks, (block, at) => sums.Observe(block, i, ofA[at], ofB[at], changed[at]));
        }

        return new SobolIndices(sums, blocks.PointsPerBlock, new Resamples(seed, resamples));
    }

    private static void ForEachBlock(BlockedSample blocks, Action<int, Range> observe)
    {
        for (var block = 0; block < BlockedSample.Blocks; block++)
        {
            observe(block, (block * blocks.PointsPerBlock)..((block + 1) * blocks.PointsPerBlock));
        }
    }

    private static double[][] Draw(string name, int inputs, BlockedSample blocks, long seed) =>
    [
        .. Enumerable.Range(0, inputs).Select(i =>
        {
            var row = new double[blocks.Points];
            ForEachBlock(blocks, (block, at) => LatinHypercube.Fill(SampleKey.Of(seed, $"{name}/{i}"), block, row.AsSpan(at)));
            return row;
        }),
    ];

    private static double[] Evaluate(Func<double[], double> function, double[][] rows, int points) =>
        [.. Enumerable.Range(0, points).Select(n => function([.. rows.Select(row => row[n])]))];
}
