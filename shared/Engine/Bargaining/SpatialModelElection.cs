using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Engine.Bargaining;

/// <summary>
/// A proportional vote between states, each against each: c_ab = 1e-8 + Σ_k max(0, w_k(u_ka − u_kb)),
/// p_ab = c_ab / (c_ab + c_ba), P_a ∝ Π_b p_ab (KTAB's conditional probabilities: Wise, Lester &amp; Efird 2015).
/// </summary>
internal static class SpatialModelElection
{
    private const double SmallestSupport = 1e-8;

    /// <summary>Writes the probability of each state.</summary>
    /// <param name="weight">Weight of each voter, padded with 0 to whole vectors.</param>
    /// <param name="utility">Rows of voters' utilities, as long as <paramref name="weight"/>.</param>
    /// <param name="states">The rows that stand for election.</param>
    /// <param name="probability">One number per state, adding up to 1.</param>
    public static void Hold(ReadOnlySpan<double> weight, ReadOnlySpan<double> utility, ReadOnlySpan<int> states, Span<double> probability)
    {
        probability.Clear();
        for (var a = 0; a < states.Length; a++)
        {
            for (var b = a + 1; b < states.Length; b++)
            {
                var (forA, forB) = Count(
                    weight, utility.Slice(states[a] * weight.Length, weight.Length), utility.Slice(states[b] * weight.Length, weight.Length));
                probability[a] += Math.Log(forA / (forA + forB));
                probability[b] += Math.Log(forB / (forA + forB));
            }
        }

        // Logarithms first: a product over a hundred rivals would underflow.
        var largest = double.NegativeInfinity;
        foreach (var logarithm in probability)
        {
            largest = Math.Max(largest, logarithm);
        }

        var sum = 0.0;
        foreach (ref var p in probability)
        {
            p = Math.Exp(p - largest);
            sum += p;
        }

        foreach (ref var p in probability)
        {
            p /= sum;
        }
    }

    private static (double ForA, double ForB) Count(ReadOnlySpan<double> weight, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var w = Vectors(weight);
        var ua = Vectors(a);
        var ub = Vectors(b);
        var (forA, forB) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var v = 0; v < w.Length; v++)
        {
            var vote = w[v] * (ua[v] - ub[v]);
            forA += Vector256.Max(vote, Vector256<double>.Zero);
            forB += Vector256.Max(-vote, Vector256<double>.Zero);
        }

        return (SmallestSupport + Vector256.Sum(forA), SmallestSupport + Vector256.Sum(forB));
    }

    private static ReadOnlySpan<Vector256<double>> Vectors(ReadOnlySpan<double> numbers) =>
        MemoryMarshal.Cast<double, Vector256<double>>(numbers);
}
