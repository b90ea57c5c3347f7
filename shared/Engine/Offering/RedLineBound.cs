using Parley.Engine.Situations;

namespace Parley.Engine.Offering;

/// <summary>
/// Where a red line stands on the fixed draws. Whether a decided term keeps to a line depends on the term alone, so the last
/// value that keeps to it in enough draws is exact: a rank of the line's draws.
/// </summary>
/// <param name="condition">Index of the condition.</param>
/// <param name="values">The line in every draw; sorted here.</param>
internal sealed class RedLineBound(int condition, Condition of, double[] values)
{
    private readonly double[] sorted = [.. values.Order()];

    public int Condition => condition;

    public Condition Of => of;

    public bool IsLower => of.Line!.Side == RedLineSide.AtLeast;

    /// <summary>The last value that keeps to the line in so many draws.</summary>
    public double At(int draws) => IsLower ? sorted[draws - 1] : sorted[^draws];

    /// <summary>In how many draws a value keeps to the line.</summary>
    public int Kept(double value)
    {
        var place = Array.BinarySearch(sorted, value);
        if (IsLower)
        {
            for (place = place < 0 ? ~place : place; place < sorted.Length && sorted[place] <= value; place++)
            {
            }

            return place;
        }

        for (place = place < 0 ? ~place : place; place > 0 && sorted[place - 1] >= value; place--)
        {
        }

        return sorted.Length - place;
    }

    /// <summary>Most draws in which a value keeps to this line while another line is kept in as many.</summary>
    public int MostKeptWith(RedLineBound other) =>
        sorted.Concat(other.sorted).Max(value => Math.Min(Kept(value), other.Kept(value)));
}
