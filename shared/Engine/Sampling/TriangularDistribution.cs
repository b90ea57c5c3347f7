using System.Runtime.Intrinsics;
using Parley.Engine.Situations;

namespace Parley.Engine.Sampling;

/// <summary>The triangular distribution of a <see cref="TriangularRange"/>.</summary>
internal static class TriangularDistribution
{
    /// <summary>Turns uniform draws into draws of the range by its inverse distribution function, in place.</summary>
    public static void Invert(TriangularRange range, Span<Vector256<double>> draws)
    {
        var width = range.High - range.Low;
        var turn = Vector256.Create((range.Mode - range.Low) / width);
        var rising = Vector256.Create(width * (range.Mode - range.Low));
        var falling = Vector256.Create(width * (range.High - range.Mode));
        var low = Vector256.Create(range.Low);
        var high = Vector256.Create(range.High);
        for (var i = 0; i < draws.Length; i++)
        {
            var u = draws[i];
            var isRising = Vector256.LessThan(u, turn);
            var area = Vector256.ConditionalSelect(isRising, u * rising, (Vector256<double>.One - u) * falling);
            var distance = Vector256.Sqrt(area);
            var x = Vector256.ConditionalSelect(isRising, low + distance, high - distance);
            draws[i] = Vector256.Min(Vector256.Max(x, low), high);
        }
    }
}
