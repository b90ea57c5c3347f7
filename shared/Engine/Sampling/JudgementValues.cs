using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;

namespace Parley.Engine.Sampling;

/// <summary>Turns uniform draws into draws of a judgement.</summary>
internal static class JudgementValues
{
    /// <summary>
    /// A shared factor becomes a normal score; a range its value, moved along with the factor that it follows; a choice stays as it
    /// is.
    /// </summary>
    /// <param name="factor">Scores of the factor that the judgement follows; empty for none.</param>
    /// <param name="row">Uniform draws, each strictly between 0 and 1; overwritten.</param>
    public static void FromUniform(Judgement judgement, ReadOnlySpan<Vector256<double>> factor, Span<Vector256<double>> row)
    {
        switch (judgement.Kind)
        {
            case JudgementKind.Factor:
                ToNormal(MemoryMarshal.Cast<Vector256<double>, double>(row));
                break;
            case JudgementKind.Range when judgement.FactorRow >= 0:
                Follow(factor, judgement.Range!.Factor!.Loading, row);
                TriangularDistribution.Invert(judgement.Range, row);
                break;
            case JudgementKind.Range:
                TriangularDistribution.Invert(judgement.Range!, row);
                break;
        }
    }

    private static void ToNormal(Span<double> uniform)
    {
        foreach (ref var u in uniform)
        {
            u = NormalDistribution.Quantile(u);
        }
    }

    /// <summary>Gaussian copula: z = loading·f + √(1 − loading²)·ε, u = Φ(z); the marginal stays uniform.</summary>
    private static void Follow(ReadOnlySpan<Vector256<double>> factor, double loading, Span<Vector256<double>> uniform)
    {
        var own = Math.Sqrt(1 - (loading * loading));
        var f = MemoryMarshal.Cast<Vector256<double>, double>(factor);
        var u = MemoryMarshal.Cast<Vector256<double>, double>(uniform);
        for (var i = 0; i < u.Length; i++)
        {
            u[i] = NormalDistribution.Cdf((loading * f[i]) + (own * NormalDistribution.Quantile(u[i])));
        }
    }
}
