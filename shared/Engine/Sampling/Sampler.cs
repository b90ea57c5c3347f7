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
            JudgementValues.FromUniform(judgement, judgement.FactorRow < 0 ? default : draws[judgement.FactorRow], row);
        }

        foreach (var mixture in quantities.Mixtures)
        {
            Choose(mixture, draws);
        }
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
}
