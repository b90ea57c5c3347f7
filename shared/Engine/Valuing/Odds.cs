using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;

namespace Parley.Engine.Valuing;

/// <summary>
/// Odds of the outcomes of no deal, normalised in every draw and shared by everyone: odds of one's own for each side
/// would be silent mutual optimism (Fearon 1995, International Organization 49, 379–414).
/// </summary>
internal sealed class Odds(Model model)
{
    private readonly DrawMatrix odds = new(model.Worlds.Count - Model.FirstNoDeal);

    /// <summary>The odds of one outcome of no deal, by its place among the worlds.</summary>
    public ReadOnlySpan<Vector256<double>> this[int world] => odds[world - Model.FirstNoDeal];

    /// <summary>The odds of all outcomes of no deal, rows at equal steps.</summary>
    public ReadOnlySpan<Vector256<double>> All => odds.From(0);

    /// <summary>Vectors from an outcome to the next.</summary>
    public int Step => odds.Stride;

    public void Compute(DrawMatrix draws)
    {
        odds.Draws = draws.Draws;
        for (var i = 0; i < odds[0].Length; i++)
        {
            var sum = Vector256<double>.Zero;
            for (var w = Model.FirstNoDeal; w < model.Worlds.Count; w++)
            {
                sum += draws[model.Worlds[w].OddsRow][i];
            }

            for (var w = Model.FirstNoDeal; w < model.Worlds.Count; w++)
            {
                odds[w - Model.FirstNoDeal][i] = draws[model.Worlds[w].OddsRow][i] / sum;
            }
        }
    }
}
