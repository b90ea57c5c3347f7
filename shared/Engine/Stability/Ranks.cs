namespace Parley.Engine.Stability;

/// <summary>Ordinal preferences from cardinal values.</summary>
public static class Ranks
{
    /// <summary>
    /// Values on a scale of 0 to 1 closer than this are a tie. It is far above the rounding of a sum of a hundred terms
    /// (1e-14) and far below any difference that a judgement could mean.
    /// </summary>
    public const double Tie = 1e-12;

    /// <summary>Writes a rank per value, from 0 for the lowest; values less than <see cref="Tie"/> above the next lower one share its rank.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Of(ReadOnlySpan<double> values, Span<int> ranks)
    {
        if (values.Length != ranks.Length)
        {
            throw new ArgumentException($"{values.Length} values can't be written to {ranks.Length} ranks.", nameof(ranks));
        }

        Span<double> sorted = values.Length <= 512 ? stackalloc double[values.Length] : new double[values.Length];
        Span<int> places = values.Length <= 512 ? stackalloc int[values.Length] : new int[values.Length];
        values.CopyTo(sorted);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        sorted.Sort(places);
        var rank = 0;
        for (var i = 0; i < places.Length; i++)
        {
            rank += i > 0 && sorted[i] - sorted[i - 1] >= Tie ? 1 : 0;
            ranks[places[i]] = rank;
        }
    }
}
