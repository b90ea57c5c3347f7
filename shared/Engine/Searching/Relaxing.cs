namespace Parley.Engine.Searching;

/// <summary>
/// Makes a box wider where that is worth more; see <see cref="PatientRuleInduction"/>. Widening a side is Friedman &amp; Fisher's
/// pasting; taking a side's limit away altogether spares the reader a limit that is worth nothing. At the end every limit goes
/// whose density could as well be chance (Bryant &amp; Lempert's quasi-p value, on the points of the search).
/// </summary>
internal sealed class Relaxing(double[][] coordinates, bool[] isCase, int[] points)
{
    /// <summary>Quasi-p value above which a limit goes: small, since the limits were chosen on the same points.</summary>
    private const double Significance = 0.01;

    private readonly double density = (double)points.Count(point => isCase[point]) / points.Length;

    public Box Relax(Box box, double share, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var worth = Worth(box);
            var better = Wider(box, share).Select(wider => (Box: wider, Worth: Worth(wider))).Where(each => each.Worth > worth)
                .Concat(Freer(box).Select(freer => (Box: freer, Worth: Worth(freer))).Where(each => each.Worth >= worth))
                .ToArray();
            if (better.Length == 0)
            {
                return Significant(box);
            }

            box = better.MaxBy(each => each.Worth).Box;
        }
    }

    private Box Significant(Box box)
    {
        while (Freer(box).Select(freer => (Box: freer, Chance: Chance(box, freer))).OrderByDescending(each => each.Chance).FirstOrDefault()
            is { Box: { } freer, Chance: > Significance })
        {
            box = freer;
        }

        return box;
    }

    /// <summary>How likely as many cases would be in a box if its points were drawn from a wider one.</summary>
    private double Chance(Box box, Box wider)
    {
        var around = points.Where(point => wider.Contains(coordinates, point)).ToArray();
        var inside = around.Where(point => box.Contains(coordinates, point)).ToArray();
        int Cases(int[] of) => of.Count(point => isCase[point]);
        return BinomialTail.AtLeast(Cases(inside), inside.Length, (double)Cases(around) / around.Length);
    }

    /// <summary>Cases inside beyond those that as many points have anywhere: mass · (density − density of all), times all points.</summary>
    private double Worth(Box box)
    {
        var worth = 0.0;
        foreach (var point in points)
        {
            if (box.Contains(coordinates, point))
            {
                worth += (isCase[point] ? 1 : 0) - density;
            }
        }

        return Math.Round(worth, 9);
    }

    private static IEnumerable<Box> Freer(Box box)
    {
        foreach (var d in box.Restricted)
        {
            if (double.IsFinite(box.Low[d]))
            {
                yield return box.With(d, double.NegativeInfinity, box.High[d]);
            }

            if (double.IsFinite(box.High[d]))
            {
                yield return box.With(d, box.Low[d], double.PositiveInfinity);
            }
        }
    }

    private IEnumerable<Box> Wider(Box box, double share)
    {
        var inside = points.Count(point => box.Contains(coordinates, point));
        var step = Math.Max(1, (int)(share * inside));
        foreach (var d in box.Restricted)
        {
            double[] outside = [.. points.Where(point => box.Contains(coordinates, point, free: d)).Select(point => coordinates[d][point]).Order()];
            if (outside.LastOrDefault(number => number < box.Low[d], double.NaN) is var below && !double.IsNaN(below))
            {
                var at = Math.Max(0, Array.LastIndexOf(outside, below) - step + 1);
                yield return box.With(d, at == 0 ? double.NegativeInfinity : (outside[at] + outside[at - 1]) / 2, box.High[d]);
            }

            if (outside.FirstOrDefault(number => number > box.High[d], double.NaN) is var above && !double.IsNaN(above))
            {
                var at = Math.Min(outside.Length - 1, Array.IndexOf(outside, above) + step - 1);
                yield return box.With(d, box.Low[d], at == outside.Length - 1 ? double.PositiveInfinity : (outside[at] + outside[at + 1]) / 2);
            }
        }
    }
}
