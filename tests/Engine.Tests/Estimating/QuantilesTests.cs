using CsCheck;
using Parley.Engine.Estimating;

namespace Parley.Engine.Tests.Estimating;

public sealed class QuantilesTests
{
    private static readonly double[] Probabilities = [0.1, 0.5, 0.9];

    [Fact]
    public void Quantiles_are_those_of_the_sorted_values() => Gen.Select(Gen.Int[1, 600], Gen.Int, Gen.Int[0, 4]).Sample(
        (count, seed, shape) =>
        {
            var random = new Random(seed);
            double Next() => shape switch
            {
                0 => random.NextDouble() - 0.5,
                1 => random.Next(3),
                2 => Math.Exp(20 * random.NextDouble()),
                3 => random.Next(20) == 0 ? 1e12 * random.NextDouble() : 1e-9 * random.NextDouble(),
                _ => -5,
            };
            Check([.. Enumerable.Range(0, count).Select(_ => Next())]);
        },
        iter: Effort.Of(3_000),
        threads: 1);

    [Fact]
    public void Buffers_left_by_a_larger_sample_change_nothing()
    {
        var quantiles = new Quantiles();
        var actual = new double[3];
        foreach (var count in new[] { 500, 10, 500, 37 })
        {
            double[] values = [.. Enumerable.Range(0, count).Select(i => (double)(i * 7919 % 101))];
            quantiles.Compute(values, Probabilities, actual);
            Assert.Equal(Probabilities.Select(p => TypeFive(values, p)), actual);
        }
    }

    [Fact]
    public void Samples_of_a_few_values_that_grow_are_quantiles_too()
    {
        var quantiles = new Quantiles();
        var actual = new double[3];
        for (var count = 1; count <= 12; count++)
        {
            double[] values = [.. Enumerable.Range(0, count).Select(i => (double)(i * 7919 % 101))];
            quantiles.Compute(values, Probabilities, actual);
            Assert.Equal(Probabilities.Select(p => TypeFive(values, p)), actual);
        }
    }

    [Fact]
    public void Values_too_close_to_be_told_apart_have_themselves_as_quantiles()
    {
        var actual = new double[3];
        new Quantiles().Compute([0, 5e-324, 0, 5e-324, 0, 0, 5e-324, 0, 5e-324, 0], Probabilities, actual);
        Assert.All(actual, quantile => Assert.InRange(quantile, 0, 5e-324));
    }

    [Theory]
    [InlineData(0.5, 5.5)]
    [InlineData(0.1, 1.5)]
    [InlineData(0.9, 9.5)]
    public void One_to_ten_have_the_quantiles_of_definition_5(double probability, double quantile)
    {
        // Hyndman & Fan 1996: place np + 1/2 between the order statistics.
        var actual = new double[1];
        new Quantiles().Compute([3, 1, 2, 10, 9, 8, 7, 4, 5, 6], [probability], actual);
        Assert.Equal(quantile, actual[0], 1e-14);
    }

    private static void Check(double[] values)
    {
        var actual = new double[3];
        new Quantiles().Compute(values, Probabilities, actual);
        Assert.Equal(Probabilities.Select(p => TypeFive(values, p)), actual);
    }

    private static double TypeFive(double[] values, double probability)
    {
        double[] sorted = [.. values.Order()];
        var place = Math.Clamp((sorted.Length * probability) + 0.5, 1, sorted.Length);
        var (lower, upper) = (sorted[(int)Math.Floor(place) - 1], sorted[(int)Math.Ceiling(place) - 1]);
        return lower + ((place - Math.Floor(place)) * (upper - lower));
    }
}
