namespace Parley.Engine.Searching;

/// <summary>Points between two limits in each dimension, both inclusive; infinite where there is no limit.</summary>
internal sealed class Box(double[] low, double[] high)
{
    public double[] Low => low;

    public double[] High => high;

    /// <summary>Dimensions with a limit, rising.</summary>
    public IReadOnlyList<int> Restricted =>
        [.. Enumerable.Range(0, low.Length).Where(d => double.IsFinite(low[d]) || double.IsFinite(high[d]))];

    /// <summary>The box that holds everything.</summary>
    public static Box Everything(int dimensions) => new(
        [.. Enumerable.Repeat(double.NegativeInfinity, dimensions)], [.. Enumerable.Repeat(double.PositiveInfinity, dimensions)]);

    /// <summary>Whether a point lies inside.</summary>
    /// <param name="coordinates">A row of numbers per dimension, a column a point.</param>
    /// <param name="free">A dimension whose limits do not count; −1 for none.</param>
    public bool Contains(double[][] coordinates, int point, int free = -1)
    {
        for (var d = 0; d < low.Length; d++)
        {
            if (d != free && !(coordinates[d][point] >= low[d] && coordinates[d][point] <= high[d]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>With other limits in one dimension.</summary>
    public Box With(int dimension, double lower, double upper)
    {
        var (lows, highs) = ((double[])low.Clone(), (double[])high.Clone());
        (lows[dimension], highs[dimension]) = (lower, upper);
        return new Box(lows, highs);
    }
}
