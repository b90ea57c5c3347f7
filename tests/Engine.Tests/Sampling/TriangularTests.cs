using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CsCheck;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Sampling;

public sealed class TriangularTests
{
    /// <summary>A few units of the last place of numbers up to 300.</summary>
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(-3, 2, 3)]
    [InlineData(35, 45, 50)]
    [InlineData(100, 100, 100.0000001)]
    public void Moments_are_those_of_the_closed_form(double low, double mode, double high)
    {
        // One point in the middle of each of n strata: the error of a mean is below width / n.
        const int strata = 100_000;
        var x = Invert(Build.Range(low, mode, high), [.. Enumerable.Range(0, strata).Select(i => (i + 0.5) / strata)]);
        var width = high - low;
        var mean = (low + mode + high) / 3;
        Assert.Equal(mean, x.Average(), width / strata);
        var variance = ((low * (low - mode)) + (mode * (mode - high)) + (high * (high - low))) / 18;
        Assert.Equal(variance, x.Average(v => (v - mean) * (v - mean)), 2 * width * width / strata);
        var turn = (mode - low) / width;
        Assert.Equal(turn, x.Count(v => v < mode) / (double)strata, 2.0 / strata);
    }

    [Fact]
    public void Bounds_are_hard_and_the_inverse_never_falls() => Gen.Select(
        Gen.Double[-100, 100], Gen.Double[0, 100], Gen.Double[0, 100], Gen.Double[0, 1]).Sample(
        (low, first, second, u) =>
        {
            var range = Build.Range(low, low + first, low + first + second);
            if (range.IsPoint)
            {
                return;
            }

            double[] uniform = [0, double.Epsilon, Math.Clamp(u, 1e-3, 0.99), Math.Clamp(u, 1e-3, 0.99) + 1e-3, Math.BitDecrement(1), 1];
            var x = Invert(range, uniform);
            Assert.All(x, v => Assert.InRange(v, range.Low, range.High));
            Assert.Equal(x.Order(), x);
            Assert.Equal(range.Low, x[0], Rounding);
            Assert.Equal(range.High, x[^1], Rounding);
        },
        iter: Effort.Of(5_000),
        threads: 1);

    private static double[] Invert(TriangularRange range, double[] uniform)
    {
        var vectors = new Vector256<double>[(uniform.Length + 3) / 4];
        var numbers = MemoryMarshal.Cast<Vector256<double>, double>(vectors.AsSpan());
        uniform.AsSpan().CopyTo(numbers);
        TriangularDistribution.Invert(range, vectors);
        return [.. numbers[..uniform.Length]];
    }
}
