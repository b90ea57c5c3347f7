using Parley.Engine.Binding;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Sampling;

public sealed class SharedFactorTests
{
    private const int DrawsPerBlock = 250;

    /// <summary>Ten seeds of 20 blocks: 50,000 draws.</summary>
    private const int Seeds = 10;

    [Theory]
    [InlineData(0.7, 0.9)]
    [InlineData(0.5, -0.5)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(0, 0.9)]
    public void Judgements_that_share_a_factor_have_the_rank_correlation_of_a_gaussian_copula(double one, double other)
    {
        // Of n = 50,000 independent pairs the standard error is at most 1/√n; five of them.
        const double fiveErrors = 5 * 0.00447;
        var draws = Sample(Seeds, (one, 0), (other, 0));
        Assert.Equal(6 / Math.PI * Math.Asin(one * other / 2), Correlation(Ranks(draws[0]), Ranks(draws[1])), fiveErrors);
    }

    [Fact]
    public void Judgements_of_different_factors_are_independent()
    {
        const double fiveErrors = 5 * 0.00447;
        var draws = Sample(Seeds, (0.9, 0), (0.9, 1));
        Assert.Equal(0, Correlation(Ranks(draws[0]), Ranks(draws[1])), fiveErrors);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(-0.8)]
    [InlineData(1)]
    public void A_loading_leaves_the_marginal_distribution_as_it_was(double loading)
    {
        // Kolmogorov–Smirnov distance of n = 50,000 draws from the range's own distribution. Blocks are at least as even as
        // independent draws; 1.95/√n is exceeded once in a thousand.
        const double critical = 1.95 / 223.6;
        var range = Build.Range(10, 20, 60);
        var x = Sample(Seeds, (loading, 0))[0].Order().ToArray();
        double Cdf(double v) => v <= 20 ? (v - 10) * (v - 10) / (50 * 10) : 1 - ((60 - v) * (60 - v) / (50 * 40));
        var distance = x.Select((v, i) => Math.Max(Math.Abs(Cdf(v) - ((double)i / x.Length)), Math.Abs(Cdf(v) - ((i + 1.0) / x.Length)))).Max();
        Assert.InRange(distance, 0, critical);
        Assert.InRange(x[0], range.Low, range.High);
    }

    /// <summary>Draws of judgements by loading and factor, over the blocks of several seeds.</summary>
    private static double[][] Sample(int seeds, params (double Loading, int Factor)[] judgements)
    {
        var samples = judgements.Select(_ => new List<double>()).ToArray();
        for (var seed = 0; seed < seeds; seed++)
        {
            var quantities = new Quantities(seed, new Dictionary<string, TriangularRange>());
            var rows = judgements
                .Select((j, n) => quantities.Row($"/judgement-{n}", Build.Range(10, 20, 60, new FactorLoading($"factor-{j.Factor}", j.Loading))))
                .ToArray();
            var sampler = new Sampler(quantities, DrawsPerBlock);
            var draws = new DrawMatrix(quantities.Rows) { Draws = DrawsPerBlock };
            for (var block = 0; block < LatinHypercube.Blocks; block++)
            {
                sampler.Begin(block);
                sampler.Write(0, draws);
                for (var n = 0; n < rows.Length; n++)
                {
                    samples[n].AddRange(draws.Numbers(rows[n]));
                }
            }
        }

        return [.. samples.Select(s => s.ToArray())];
    }

    private static double[] Ranks(double[] x)
    {
        var ranks = new double[x.Length];
        foreach (var (rank, place) in Enumerable.Range(0, x.Length).OrderBy(i => x[i]).Index())
        {
            ranks[place] = rank;
        }

        return ranks;
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var covariance = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return covariance / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
