using System.Runtime.Intrinsics;

namespace Parley.Engine.Binding;

/// <summary>A row that in every draw holds the number of one of several others.</summary>
/// <param name="ChoiceRow">Row of the uniform number that chooses.</param>
/// <param name="UpTo">The choice falls on the first row whose bound lies above the uniform number; bounds rise, the last is 1.</param>
/// <param name="Rows">Rows to choose from, as many as there are bounds; none is a mixture itself.</param>
internal sealed record Mixture(int Row, int ChoiceRow, IReadOnlyList<double> UpTo, IReadOnlyList<int> Rows)
{
    /// <summary>Probabilities that differ by less are equal but for rounding.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Row of the most probable alternative; of equals, the first.</summary>
    public int LikeliestRow
    {
        get
        {
            var (likeliest, most) = (0, UpTo[0]);
            for (var i = 1; i < UpTo.Count; i++)
            {
                if (UpTo[i] - UpTo[i - 1] > most + Rounding)
                {
                    (likeliest, most) = (i, UpTo[i] - UpTo[i - 1]);
                }
            }

            return Rows[likeliest];
        }
    }

    /// <summary>chosen ← an alternative's numbers, where the choice lies below its bound.</summary>
    public void Take(
        int alternative,
        ReadOnlySpan<Vector256<double>> choice,
        ReadOnlySpan<Vector256<double>> numbers,
        Span<Vector256<double>> chosen)
    {
        var upTo = Vector256.Create(UpTo[alternative]);
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = Vector256.ConditionalSelect(Vector256.LessThan(choice[i], upTo), numbers[i], chosen[i]);
        }
    }
}
