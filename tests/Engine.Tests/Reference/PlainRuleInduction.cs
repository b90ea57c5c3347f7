namespace Parley.Engine.Tests.Reference;

/// <summary>
/// The patient rule induction method in plain loops, from the model card and Friedman &amp; Fisher 1999 alone. It counts
/// everything anew at every step.
/// </summary>
internal sealed class PlainRuleInduction(double[][] x, bool[] isCase)
{
    private const double Share = 0.05;

    /// <summary>The limits of each box, infinite where there is none.</summary>
    public List<(double[] Low, double[] High)> Search(int most)
    {
        var found = new List<(double[] Low, double[] High)>();
        var left = Enumerable.Range(0, isCase.Length).ToList();
        while (found.Count < most && left.Count >= 0.1 * isCase.Length && left.Count(p => isCase[p]) > 0.1 * isCase.Count(c => c))
        {
            var box = Freed(Relaxed(Peeled(left), left), left);
            if (box.Low.All(double.IsNegativeInfinity) && box.High.All(double.IsPositiveInfinity))
            {
                break;
            }

            found.Add(box);
            left.RemoveAll(p => Holds(box, p));
        }

        return found;
    }

    private (double[] Low, double[] High) Peeled(List<int> left)
    {
        var fewest = Math.Max(1, (int)(Share * isCase.Length));
        var box = (Low: x.Select(_ => double.NegativeInfinity).ToArray(), High: x.Select(_ => double.PositiveInfinity).ToArray());
        var (best, worth) = (box, Worth(box, left));
        while (true)
        {
            var inside = left.Where(p => Holds(box, p)).ToList();
            (double Density, int Gone, (double[] Low, double[] High) Box)? next = null;
            for (var d = 0; d < x.Length; d++)
            {
                foreach (var isLow in new[] { true, false })
                {
                    if (Without(box, inside, d, isLow, Math.Max(1, (int)(Share * inside.Count))) is not { } smaller)
                    {
                        continue;
                    }

                    var kept = inside.Where(p => Holds(smaller, p)).ToList();
                    var (density, gone) = ((double)kept.Count(p => isCase[p]) / kept.Count, inside.Count - kept.Count);
                    if (kept.Count >= fewest && (next is not { } than || density > than.Density || (density == than.Density && gone < than.Gone)))
                    {
                        next = (density, gone, smaller);
                    }
                }
            }

            if (next is not { } taken)
            {
                return best;
            }

            box = taken.Box;
            if (Worth(box, left) > worth)
            {
                (best, worth) = (box, Worth(box, left));
            }
        }
    }

    /// <summary>One side moved in over the outermost points, equals together; null where none would be left.</summary>
    private (double[] Low, double[] High)? Without((double[] Low, double[] High) box, List<int> inside, int d, bool isLow, int atLeast)
    {
        var values = inside.Select(p => x[d][p]).ToList();
        foreach (var value in isLow ? values.Distinct().Order() : values.Distinct().OrderDescending())
        {
            var beyond = values.Where(other => isLow ? other > value : other < value).ToList();
            if (values.Count - beyond.Count >= atLeast)
            {
                return beyond.Count == 0 ? null : Limited(box, d, isLow, (value + (isLow ? beyond.Min() : beyond.Max())) / 2);
            }
        }

        return null;
    }

    /// <summary>Sides moved out by 5 % of the points, or freed, one at a time, as long as that is worth more, or for freeing as much.</summary>
    private (double[] Low, double[] High) Relaxed((double[] Low, double[] High) box, List<int> left)
    {
        while (true)
        {
            var step = Math.Max(1, (int)(Share * left.Count(p => Holds(box, p))));
            var better = Sides(box).Select(side => Wider(box, left, side.D, side.IsLow, step)).Where(wider => wider is { } there && Worth(there, left) > Worth(box, left)).Select(wider => wider!.Value)
                .Concat(Free(box).Where(freer => Worth(freer, left) >= Worth(box, left)))
                .ToList();
            if (better.Count == 0)
            {
                return box;
            }

            box = better.First(each => better.TrueForAll(other => Worth(other, left) <= Worth(each, left)));
        }
    }

    private (double[] Low, double[] High)? Wider((double[] Low, double[] High) box, List<int> left, int d, bool isLow, int step)
    {
        // Every point between the other limits; the points that step would let in are the nearest outside of this one.
        var open = Limited(Limited(box, d, true, double.NegativeInfinity), d, false, double.PositiveInfinity);
        var outside = left.Where(p => Holds(open, p)).Select(p => x[d][p]).Where(value => isLow ? value < box.Low[d] : value > box.High[d]).ToList();
        if (outside.Count == 0 || double.IsInfinity(isLow ? box.Low[d] : box.High[d]))
        {
            return null;
        }

        var sorted = (isLow ? outside.OrderDescending() : outside.Order()).ToList();
        return Limited(box, d, isLow, sorted.Count <= step ? (isLow ? double.NegativeInfinity : double.PositiveInfinity) : (sorted[step - 1] + sorted[step]) / 2);
    }

    /// <summary>Without the limits that could be chance, the likeliest of them first.</summary>
    private (double[] Low, double[] High) Freed((double[] Low, double[] High) box, List<int> left)
    {
        while (Free(box).Select(freer => (Box: freer, Chance: Chance(box, freer, left))).OrderByDescending(each => each.Chance).ToList() is [var first, ..] && first.Chance > 0.01)
        {
            box = first.Box;
        }

        return box;
    }

    private double Chance((double[] Low, double[] High) box, (double[] Low, double[] High) wider, List<int> left)
    {
        var (around, inside) = (left.Where(p => Holds(wider, p)).ToList(), left.Where(p => Holds(box, p)).ToList());
        var (n, k, p) = (inside.Count, inside.Count(point => isCase[point]), (double)around.Count(point => isCase[point]) / around.Count);
        var sum = 0.0;
        for (var i = k; i <= n; i++)
        {
            var term = 1.0;
            for (var j = 1; j <= i; j++)
            {
                term *= p * (n - i + j) / j;
            }

            sum += term * Math.Pow(1 - p, n - i);
        }

        return Math.Round(sum, 9);
    }

    private double Worth((double[] Low, double[] High) box, List<int> left)
    {
        var density = (double)left.Count(p => isCase[p]) / left.Count;
        return Math.Round(left.Where(p => Holds(box, p)).Sum(p => (isCase[p] ? 1 : 0) - density), 9);
    }

    private static IEnumerable<(int D, bool IsLow)> Sides((double[] Low, double[] High) box) =>
        Enumerable.Range(0, box.Low.Length).SelectMany(d => new[] { (d, true), (d, false) }).Where(side => double.IsFinite(side.Item2 ? box.Low[side.d] : box.High[side.d]));

    private static IEnumerable<(double[] Low, double[] High)> Free((double[] Low, double[] High) box) =>
        Sides(box).Select(side => Limited(box, side.D, side.IsLow, side.IsLow ? double.NegativeInfinity : double.PositiveInfinity));

    private static (double[] Low, double[] High) Limited((double[] Low, double[] High) box, int d, bool isLow, double limit)
    {
        var (low, high) = ((double[])box.Low.Clone(), (double[])box.High.Clone());
        (isLow ? low : high)[d] = limit;
        return (low, high);
    }

    private bool Holds((double[] Low, double[] High) box, int p) => Enumerable.Range(0, x.Length).All(d => x[d][p] >= box.Low[d] && x[d][p] <= box.High[d]);
}
