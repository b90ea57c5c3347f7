namespace Parley.Engine.Searching;

/// <summary>Makes a box smaller step by step; see <see cref="PatientRuleInduction"/>.</summary>
internal sealed class Peeling
{
    private readonly double[][] coordinates;
    private readonly int[][] order;
    private readonly bool[] isCase;
    private readonly bool[] isInside;
    private readonly int smallest;
    private readonly List<PeeledBox> trajectory = [];

    /// <param name="order">The points of each dimension by rising number.</param>
    /// <param name="points">Those to start with.</param>
    /// <param name="smallest">Points that a box must keep.</param>
    public Peeling(double[][] coordinates, int[][] order, bool[] isCase, int[] points, int smallest)
    {
        this.coordinates = coordinates;
        this.order = order;
        this.isCase = isCase;
        this.smallest = smallest;
        isInside = new bool[isCase.Length];
        foreach (var point in points)
        {
            isInside[point] = true;
        }

        trajectory.Add(new PeeledBox(Box.Everything(coordinates.Length), points.Length, points.Count(point => isCase[point])));
    }

    /// <summary>Every box so far, from the largest.</summary>
    public IReadOnlyList<PeeledBox> Trajectory => trajectory;

    /// <summary>The box on the way that is worth most.</summary>
    public Box Best => trajectory[BestStep].Box;

    public int BestStep
    {
        get
        {
            var density = (double)trajectory[0].Cases / trajectory[0].Points;
            return Enumerable.Range(0, trajectory.Count).MaxBy(step => trajectory[step].Cases - (density * trajectory[step].Points));
        }
    }

    /// <summary>Takes one more slice away; false when there is none to take.</summary>
    public bool Step(double share)
    {
        var (box, points, cases) = (trajectory[^1].Box, trajectory[^1].Points, trajectory[^1].Cases);
        var target = Math.Max(1, (int)(share * points));
        Slice? best = null;
        foreach (var slice in Slices(target).Where(slice => points - slice.Points >= smallest))
        {
            // Compared crosswise, so that equal densities are equal; of equals the slice with fewer points goes.
            var gain = best is null ? 1 : ((long)(cases - slice.Cases) * (points - best.Points)) - ((long)(cases - best.Cases) * (points - slice.Points));
            best = gain > 0 || (gain == 0 && slice.Points < best!.Points) ? slice : best;
        }

        if (best is null)
        {
            return false;
        }

        foreach (var point in best.Taken)
        {
            isInside[point] = false;
        }

        var (low, high) = (box.Low[best.Dimension], box.High[best.Dimension]);
        var next = best.IsLow ? box.With(best.Dimension, best.Limit, high) : box.With(best.Dimension, low, best.Limit);
        trajectory.Add(new PeeledBox(next, points - best.Points, cases - best.Cases));
        return true;
    }

    private IEnumerable<Slice> Slices(int target)
    {
        for (var d = 0; d < order.Length; d++)
        {
            if (SliceOf(d, isLow: true, target) is { } low)
            {
                yield return low;
            }

            if (SliceOf(d, isLow: false, target) is { } high)
            {
                yield return high;
            }
        }
    }

    /// <summary>The outermost points of one side, at least as many as wanted, equals together; null when none would be left.</summary>
    private Slice? SliceOf(int dimension, bool isLow, int target)
    {
        var (sorted, numbers) = (order[dimension], coordinates[dimension]);
        var taken = new List<int>(target);
        for (var i = 0; i < sorted.Length; i++)
        {
            var point = sorted[isLow ? i : ^(i + 1)];
            if (!isInside[point])
            {
                continue;
            }

            if (taken.Count >= target && numbers[point] != numbers[taken[^1]])
            {
                // Half-way between the last point that goes and the first that stays.
                var limit = (numbers[point] + numbers[taken[^1]]) / 2;
                return new Slice(dimension, isLow, limit, taken.Count, taken.Count(p => isCase[p]), taken);
            }

            taken.Add(point);
        }

        return null;
    }

    private sealed record Slice(int Dimension, bool IsLow, double Limit, int Points, int Cases, List<int> Taken);
}
