using System.Runtime.Intrinsics;
using Parley.Engine.Binding;

namespace Parley.Engine.Sampling;

/// <summary>Writes the draws of every quantity of a model, a block of the sample after another or whole batches.</summary>
internal sealed class Sampler
{
    private readonly Quantities quantities;
    private readonly int drawsPerBlock;
    private readonly ulong[] keys;
    private readonly double[] hypercube;
    private int current = -1;

    public Sampler(Quantities quantities, int drawsPerBlock)
    {
        this.quantities = quantities;
        this.drawsPerBlock = drawsPerBlock;
        keys = [.. quantities.Judgements.Select(judgement => judgement.Key)];
        hypercube = new double[quantities.Judgements.Count * drawsPerBlock];
    }

    /// <summary>Draws the block's Latin hypercube.</summary>
    public void Begin(int block)
    {
        current = block;
        LatinHypercube.Fill(keys, block, hypercube);
    }

    /// <summary>Writes the values of the block's draws from <paramref name="first"/> on into the matrix.</summary>
    public void Write(int first, DrawMatrix draws)
    {
        PutUniforms(new DrawPiece(current, first, draws.Draws, 0), draws);
        ToValues(draws);
    }

    /// <summary>Writes a batch of draws into the matrix: the same values as its pieces would have alone.</summary>
    public void Write(DrawBatch batch, DrawMatrix draws)
    {
        draws.Draws = batch.Draws;
        foreach (var piece in batch.Pieces)
        {
            if (piece.Block != current)
            {
                Begin(piece.Block);
            }

            PutUniforms(piece, draws);
        }

        ToValues(draws);
    }

    private void PutUniforms(DrawPiece piece, DrawMatrix draws)
    {
        for (var i = 0; i < quantities.Judgements.Count; i++)
        {
            var row = quantities.Judgements[i].Row;
            if (piece.Place == 0)
            {
                // What is behind the last draw is computed with it, and so must be harmless.
                draws[row][^1] = Vector256.Create(0.5);
            }

            hypercube.AsSpan((i * drawsPerBlock) + piece.Start, piece.Count).CopyTo(draws.Numbers(row)[piece.Place..]);
        }
    }

    private void ToValues(DrawMatrix draws)
    {
        foreach (var constant in quantities.Constants)
        {
            draws[constant.Row].Fill(Vector256.Create(constant.Value));
        }

        foreach (var judgement in quantities.Judgements)
        {
            JudgementValues.FromUniform(judgement, judgement.FactorRow < 0 ? default : draws[judgement.FactorRow], draws[judgement.Row]);
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
}
