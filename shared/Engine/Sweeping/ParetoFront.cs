namespace Parley.Engine.Sweeping;

/// <summary>Finds what is not dominated (Pareto), by looking at the points in an order in which nobody dominates somebody before.</summary>
internal static class ParetoFront
{
    /// <summary>
    /// The places of the points that no other dominates: at least as high everywhere and higher somewhere. Equal points are in the front
    /// together or not at all. From the best to the worst by the first objective.
    /// </summary>
    /// <param name="objectives">A row of numbers per objective, a column a point; more is better. None may be NaN.</param>
    /// <param name="cancellation">Looked at every so many points.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<double[]> objectives, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, objectives[0].Length)];
        Array.Sort(order, (one, other) => Compare(objectives, one, other));
        return objectives.Count <= 2 ? OfTwo(objectives, order) : OfMany(objectives, order, cancellation);
    }

    // Sorted by the first, a point is dominated exactly when one before it has as much of the last, and it is not that point's equal.
    private static List<int> OfTwo(IReadOnlyList<double[]> objectives, int[] order)
    {
        var front = new List<int>();
        foreach (var point in order)
        {
            if (front.Count == 0 || objectives[^1][point] > objectives[^1][front[^1]] || AreEqual(objectives, front[^1], point))
            {
                front.Add(point);
            }
        }

        return front;
    }

    private static List<int> OfMany(IReadOnlyList<double[]> objectives, int[] order, CancellationToken cancellation)
    {
        const int between = 1_000;
        var (width, found) = (objectives.Count, new List<int>());
        var front = new double[Math.Min(order.Length, 1_024) * width];
        for (var i = 0; i < order.Length; i++)
        {
            if (i % between == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (front.Length < (found.Count + 1) * width)
            {
                Array.Resize(ref front, front.Length * 2);
            }

            // Behind the front, where it stays when nothing in it dominates.
            var point = front.AsSpan(found.Count * width, width);
            for (var o = 0; o < width; o++)
            {
                point[o] = objectives[o][order[i]];
            }

            if (!IsDominated(front, found.Count, point))
            {
                found.Add(order[i]);
            }
        }

        return found;
    }

    /// <summary>From the last found on, which stands nearest in the order.</summary>
    private static bool IsDominated(double[] front, int count, ReadOnlySpan<double> point)
    {
        for (var member = count - 1; member >= 0; member--)
        {
            var (isAsGood, isBetter) = (true, false);
            for (var o = 0; o < point.Length && isAsGood; o++)
            {
                var value = front[(member * point.Length) + o];
                isAsGood = value >= point[o];
                isBetter |= value > point[o];
            }

            if (isAsGood && isBetter)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreEqual(IReadOnlyList<double[]> objectives, int one, int other) => objectives.All(row => row[one] == row[other]);

    private static int Compare(IReadOnlyList<double[]> objectives, int one, int other)
    {
        foreach (var row in objectives)
        {
            if (row[one] != row[other])
            {
                return row[other].CompareTo(row[one]);
            }
        }

        return one.CompareTo(other);
    }
}
