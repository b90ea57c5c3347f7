using Parley.Engine.Sampling;

namespace Parley.Engine.Tests.Sampling;

public sealed class NormalTests
{
    /// <summary>Absolute; the product needs Φ only to turn it into a stratum of at most 50,000.</summary>
    private const double Precision = 1e-14;

    /// <summary>Values of Φ to more digits than a double holds, from the series and the continued fraction of erfc.</summary>
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.69146246127401310364)]
    [InlineData(1, 0.84134474606854294859)]
    [InlineData(1.96, 0.97500210485177957490)]
    [InlineData(2, 0.97724986805182079279)]
    [InlineData(3, 0.99865010196836990547)]
    [InlineData(-1, 0.15865525393145705141)]
    [InlineData(-2, 0.02275013194817920721)]
    [InlineData(-3, 0.00134989803163009453)]
    [InlineData(-5, 2.8665157187919391e-7)]
    [InlineData(-8, 6.2209605742717841e-16)]
    public void The_distribution_function_has_its_published_values(double z, double probability) =>
        Assert.Equal(probability, NormalDistribution.Cdf(z), Precision);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.25, -0.67448975019608174320)]
    [InlineData(0.975, 1.95996398454005423552)]
    [InlineData(0.995, 2.57582930354890076098)]
    [InlineData(0.001, -3.09023230616781354152)]
    [InlineData(1e-20, -9.26234008979840757370)]
    public void The_quantile_has_its_published_values(double u, double z) => Assert.Equal(z, NormalDistribution.Quantile(u), Precision);

    [Fact]
    public void Each_undoes_the_other_and_both_are_odd_about_the_middle()
    {
        for (var u = 1e-9; u < 1; u += 1e-4)
        {
            Assert.Equal(u, NormalDistribution.Cdf(NormalDistribution.Quantile(u)), Precision);
            Assert.Equal(1, NormalDistribution.Cdf(4 * u) + NormalDistribution.Cdf(-4 * u), Precision);
        }
    }

    [Fact]
    public void The_distribution_function_never_leaves_0_to_1_or_falls_by_more_than_rounding()
    {
        var before = 0.0;
        for (var z = -40.0; z <= 40; z += 1.0 / 256)
        {
            var here = NormalDistribution.Cdf(z);
            Assert.InRange(here, Math.Max(0, before - Precision), 1);
            before = here;
        }
    }
}
