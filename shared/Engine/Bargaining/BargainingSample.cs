using Parley.Engine.Binding;
using Parley.Engine.Sampling;

namespace Parley.Engine.Bargaining;

/// <summary>Every quantity of a model as one number, by its row: at the modes, or in one draw after another.</summary>
internal static class BargainingSample
{
    /// <summary>
    /// Draws in each of the sample's blocks. Twenty blocks of ten are a whole sample of 200, hypercubes and all, so that its
    /// errors follow the rule of every other number; the first 200 draws of one block would have none.
    /// </summary>
    public const int DrawsPerBlock = 10;

    /// <summary>
    /// Every range at its mode, every shared factor at 0, and of the sets of preferences that a stakeholder may have the most
    /// probable one.
    /// </summary>
    public static double[] AtModes(Quantities quantities)
    {
        var values = new double[quantities.Rows];
        foreach (var constant in quantities.Constants)
        {
            values[constant.Row] = constant.Value;
        }

        foreach (var judgement in quantities.Judgements)
        {
            values[judgement.Row] = judgement.Range?.Mode ?? 0;
        }

        foreach (var mixture in quantities.Mixtures)
        {
            values[mixture.Row] = values[mixture.LikeliestRow];
        }

        return values;
    }

    /// <summary>The draws of every block in turn; the array is used again for the next draw.</summary>
    public static IEnumerable<(int Block, double[] Values)> Draws(Quantities quantities)
    {
        var sampler = new Sampler(quantities, DrawsPerBlock);
        var draws = new DrawMatrix(quantities.Rows) { Draws = DrawsPerBlock };
        var values = new double[quantities.Rows];
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            sampler.Begin(block);
            sampler.Write(0, draws);
            for (var draw = 0; draw < DrawsPerBlock; draw++)
            {
                for (var row = 0; row < values.Length; row++)
                {
                    values[row] = draws.Numbers(row)[draw];
                }

                yield return (block, values);
            }
        }
    }
}
