namespace Parley.Engine.Tests.Driving;

/// <summary>Indices against their closed forms.</summary>
public sealed class SobolIndicesTests(ITestOutputHelper output)
{
    private static AnalyticFunction[] Functions => [AnalyticFunction.Ishigami, AnalyticFunction.SobolG, AnalyticFunction.Linear];

    public static TheoryData<int, long> FunctionsAndSeeds => [.. Enumerable.Range(0, 3).SelectMany(f => new[] { (f, 1L), (f, 2L), (f, 3L) })];

    /// <summary>The tolerance of the published case: 0.02 and twice the standard error at 2¹⁴ points.</summary>
    [Theory]
    [MemberData(nameof(FunctionsAndSeeds))]
    public void Published_functions_have_their_known_indices(int function, long seed)
    {
        var known = Functions[function];
        var all = Enumerable.Range(0, known.First.Length).ToArray();
        var indices = SobolRun.Of(known.Of, known.First.Length, 16_384, seed);
        foreach (var i in all)
        {
            var (first, total) = (indices.FirstOf([i]), indices.TotalOf([i]));
            output.WriteLine($"{known.Name} {i}: S1 {first.Value:0.0000} ± {first.StandardError:0.0000} ({known.First[i]:0.0000}), ST {total.Value:0.0000} ± {total.StandardError:0.0000} ({known.Total[i]:0.0000})");
            Assert.InRange(first.Value - known.First[i], -0.02 - (2 * first.StandardError), 0.02 + (2 * first.StandardError));
            Assert.InRange(total.Value - known.Total[i], -0.02 - (2 * total.StandardError), 0.02 + (2 * total.StandardError));
        }

        var (sumOfFirst, sumOfTotal) = (indices.FirstOf(all), indices.TotalOf(all));
        Assert.True(sumOfFirst.Value <= 1 + (3 * sumOfFirst.StandardError));
        Assert.True(sumOfTotal.Value >= 1 - (3 * sumOfTotal.StandardError));
    }

    /// <summary>Percentile intervals of 64 blocks are known to be a little short; 200 resamples keep their ends steady.</summary>
    [Theory]
    [InlineData(256)]
    [InlineData(1_024)]
    public void Intervals_of_95_percent_hold_the_truth_in_95_percent_of_the_samples(int points)
    {
        const int seeds = 300;
        foreach (var known in new[] { AnalyticFunction.Ishigami, AnalyticFunction.Linear })
        {
            var (first, total) = (new int[3], new int[3]);
            for (var seed = 0; seed < seeds; seed++)
            {
                var indices = SobolRun.Of(known.Of, 3, points, seed, 200);
                for (var i = 0; i < 3; i++)
                {
                    first[i] += indices.FirstOf([i]) is var s && s.Low95 <= known.First[i] && known.First[i] <= s.High95 ? 1 : 0;
                    total[i] += indices.TotalOf([i]) is var t && t.Low95 <= known.Total[i] && known.Total[i] <= t.High95 ? 1 : 0;
                }
            }

            output.WriteLine($"{known.Name}, {points} points: S1 {Percent(first, seeds)}; ST {Percent(total, seeds)}");

            // Three and a half standard errors of a share of 300, and 2 points for the shortness of percentile intervals. A
            // single share can reach 1 by chance; all twelve together cannot, unless the intervals are too wide.
            var tolerance = 3.5 * Math.Sqrt(0.95 * 0.05 / seeds);
            Assert.All(first.Concat(total), count => Assert.InRange((double)count / seeds, 0.93 - tolerance, 1));
            Assert.InRange(first.Concat(total).Sum() / (6.0 * seeds), 0.93 - tolerance, 0.95 + (3.5 * Math.Sqrt(0.95 * 0.05 / seeds / 2)));
        }
    }

    [Fact]
    public void An_input_that_does_not_matter_has_indices_of_exactly_0()
    {
        var indices = SobolRun.Of(u => Math.Exp(u[0] + u[1]), 3, 256, 1);
        Assert.Equal(default, indices.FirstOf([2]));
        Assert.Equal(default, indices.TotalOf([2]));
        Assert.False(indices.FirstOf([2]).IsAboveZero);
    }

    [Fact]
    public void An_index_that_cannot_be_told_from_0_says_so_and_keeps_its_number()
    {
        // Ishigami's third input acts only together with the first.
        var seen = Enumerable.Range(0, 20).Select(seed => SobolRun.Of(AnalyticFunction.Ishigami.Of, 3, 256, seed).FirstOf([2])).ToArray();
        Assert.Contains(seen, index => index.Value < 0);
        Assert.True(seen.Count(index => !index.IsAboveZero) >= 15);
        Assert.All(seen.Where(index => index.Value < 0), index => Assert.False(index.IsAboveZero));
    }

    [Fact]
    public void A_constant_has_no_variance_and_no_index()
    {
        var indices = SobolRun.Of(_ => 0.1, 2, 256, 1);
        Assert.Equal(0.1, indices.Mean.Value, 1e-15);
        Assert.True(indices.Variance.Value < 1e-30);
        Assert.Equal(0, indices.TotalOf([0]).Value);
    }

    [Fact]
    public void Neither_shift_nor_scale_of_the_output_matters()
    {
        var plain = SobolRun.Of(AnalyticFunction.SobolG.Of, 8, 256, 4);
        var far = SobolRun.Of(u => 1e6 + (1e-3 * AnalyticFunction.SobolG.Of(u)), 8, 256, 4);
        for (var i = 0; i < 8; i++)
        {
            // 1e-3 beside 1e6 keeps seven digits.
            Assert.Equal(plain.FirstOf([i]).Value, far.FirstOf([i]).Value, 1e-5);
            Assert.Equal(plain.TotalOf([i]).Value, far.TotalOf([i]).Value, 1e-5);
        }
    }

    private static string Percent(int[] counts, int of) => string.Join(", ", counts.Select(count => $"{100.0 * count / of:0.0} %"));

    /// <summary>Resamples are nearly normal here: 95 % of them lie within 1.96 standard errors of either side.</summary>
    [Fact]
    public void The_standard_error_is_the_spread_of_the_resamples()
    {
        var indices = SobolRun.Of(AnalyticFunction.Linear.Of, AnalyticFunction.Linear.First.Length, 1_024, 5, resamples: 400);
        foreach (var input in Enumerable.Range(0, AnalyticFunction.Linear.First.Length))
        {
            Assert.All([indices.FirstOf([input]), indices.TotalOf([input])], index => Assert.InRange((index.High95 - index.Low95) / (2 * 1.96 * index.StandardError), 0.85, 1.15));
        }
    }
}
