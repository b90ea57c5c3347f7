using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;

namespace Parley.Engine.Sampling;

/// <summary>Writes the draws of every quantity of a model, one block of the sample after another.</summary>
internal sealed class Sampler
{
    private readonly Quantities quantities;
    private readonly int drawsPerBlock;
    private readonly ulong[] keys;
    private readonly double[] hypercube;

    public Sampler(Quantities quantities, int drawsPerBlock)
    {
        this.quantities = quantities;
        this.drawsPerBlock = drawsPerBlock;
        keys = [.. quantities.Judgements.Select(judgement => judgement.Key)];
        hypercube = new double[quantities.Judgements.Count * drawsPerBlock];
    }

    /// <summary>Draws the block's Latin hypercube.</summary>
    public void Begin(int block) => LatinHypercube.Fill(keys, block, hypercube);

    /// <summary>Writes the values of the block's draws from <paramref name="first"/> on into the matrix.</summary>
    public void Write(int first, DrawMatrix draws)
    {
        foreach (var constant in quantities.Constants)
        {
            draws[constant.Row].Fill(Vector256.Create(constant.Value));
        }

        for (var i = 0; i < quantities.Judgements.Count; i++)
        {
            var judgement = quantities.Judgements[i];
            var row = draws[judgement.Row];
            row[^1] = Vector256.Create(0.5);
            Uniform(i, first, draws.Draws).CopyTo(draws.Numbers(judgement.Row));
            switch (judgement.Kind)
            {
                case JudgementKind.Factor:
                    ToNormal(MemoryMarshal.Cast<Vector256<double>, double>(row));
                    break;
                case JudgementKind.Range:
                    Draw(judgement, draws, row);
                    break;
            }
        }

        foreach (var mixture in quantities.Mixtures)
        {
            Choose(mixture, draws);
        }
    }

    private static void Draw(Judgement judgement, DrawMatrix draws, Span<Vector256<double>> row)
    {
        if (judgement.FactorRow >= 0)
        {
            Follow(draws[judgement.FactorRow], judgement.Range!.Factor!.Loading, row);
        }

        TriangularDistribution.Invert(judgement.Range!, row);
    }

    /// <summary>From the last alternative to the first, so that the first whose bound lies above the choice is what stays.</summary>
    private static void Choose(Mixture mixture, DrawMatrix draws)
    {
        var choice = draws[mixture.ChoiceRow];
        var chosen = draws[mixture.Row];
        draws[mixture.Rows[^1]].CopyTo(chosen);
        for (var alternative = mixture.Rows.Count - 2; alternative >= 0; alternative--)
        {
            mixture.Take(alternative, choice, draws[mixture.Rows[alternative]], chosen);
        }
    }

    private Span<double> Uniform(int judgement, int first, int count) =>
        hypercube.AsSpan((judgement * drawsPerBlock) + first, count);

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
