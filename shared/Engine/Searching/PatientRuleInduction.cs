namespace Parley.Engine.Searching;

/// <summary>
/// PRIM, the patient rule induction method: Friedman &amp; Fisher 1999 (Statistics and Computing 9, 123–143), for cases that are
/// or are not, as Bryant &amp; Lempert 2010 (Technological Forecasting and Social Change 77, 34–49) use it to discover scenarios.
/// A box is peeled by 5 % of its points at a time, where that raises the density of cases most. Of the boxes on the way the
/// one is taken that is worth most: mass · (density − density of all points), which is high only for boxes that are both
/// large and dense, wherever the density of all points lies. It is then widened, or freed of a limit, where that is worth more.
/// The next box is sought among the points outside of those before (covering).
/// </summary>
internal static class PatientRuleInduction
{
    /// <summary>α: share of a box's points that a step takes away.</summary>
    public const double Peel = 0.05;

    /// <summary>β₀: smallest share of all points that a box may hold.</summary>
    public const double SmallestMass = 0.05;

    /// <summary>Share of all cases below which those that are left are not worth another box.</summary>
    public const double SmallestRest = 0.1;

    /// <summary>Searches for boxes.</summary>
    /// <param name="coordinates">A row of numbers per dimension, a column a point.</param>
    /// <param name="isCase">Whether a point is a case.</param>
    /// <param name="most">Boxes at most; fewer are found where nothing is left that is worth a box.</param>
    /// <param name="cancellation">Looked at before every step.</param>
    public static IReadOnlyList<FoundBox> Search(double[][] coordinates, bool[] isCase, int most, CancellationToken cancellation)
    {
        int[][] order = [.. coordinates.Select(Ordered)];
        int[] left = [.. Enumerable.Range(0, isCase.Length)];
        var found = new List<FoundBox>();
        var fewest = SmallestRest * isCase.Count(each => each);
        while (found.Count < most && left.Length >= 2 * SmallestMass * isCase.Length && left.Count(point => isCase[point]) > fewest)
        {
            var peeling = new Peeling(coordinates, order, isCase, left, Math.Max(1, (int)(SmallestMass * isCase.Length)));
            while (peeling.Step(Peel))
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var box = new Relaxing(coordinates, isCase, left).Relax(peeling.Best, Peel, cancellation);
            if (box.Restricted.Count == 0)
            {
                break;
            }

            found.Add(new FoundBox(box, peeling.Trajectory, peeling.BestStep));
            left = [.. left.Where(point => !box.Contains(coordinates, point))];
        }

        return found;
    }

    private static int[] Ordered(double[] numbers)
    {
        int[] order = [.. Enumerable.Range(0, numbers.Length)];
        Array.Sort((double[])numbers.Clone(), order);
        return order;
    }
}

/// <summary>A box with the way that led to it.</summary>
/// <param name="Trajectory">Boxes from all points left to the smallest, each with its points and its cases.</param>
/// <param name="Chosen">The step of the trajectory from which the box was made.</param>
internal sealed record FoundBox(Box Box, IReadOnlyList<PeeledBox> Trajectory, int Chosen);

/// <summary>A box on the way.</summary>
internal sealed record PeeledBox(Box Box, int Points, int Cases);
