using Parley.Engine.Estimating;
using Parley.Engine.Searching;

namespace Parley.Engine.Driving;

/// <summary>Judges boxes on a sample of independent blocks; every share is a ratio of sums over the blocks.</summary>
/// <param name="coordinates">A row of numbers per dimension, a column a point, block after block.</param>
internal sealed class BoxJudge(double[][] coordinates, bool[] isCase, int blocks)
{
    /// <summary>Share of cases among all points.</summary>
    public Estimate Share => Ratio(_ => true, point => isCase[point], _ => true);

    /// <summary>How good some boxes are as one.</summary>
    public BoxQuality Judge(IReadOnlyList<Box> boxes)
    {
        var isInside = Enumerable.Range(0, isCase.Length).Select(point => boxes.Any(box => box.Contains(coordinates, point))).ToArray();
        return new BoxQuality(
            Ratio(_ => true, point => isInside[point], _ => true),
            Ratio(point => isInside[point], point => isCase[point], point => isCase[point]),
            Ratio(point => isCase[point], point => isInside[point], point => isInside[point]));
    }

    /// <summary>Points and cases in a box, one of its dimensions free where that is asked.</summary>
    public (int Points, int Cases) Count(Box box, int free = -1)
    {
        var (points, cases) = (0, 0);
        for (var point = 0; point < isCase.Length; point++)
        {
            if (box.Contains(coordinates, point, free))
            {
                points++;
                cases += isCase[point] ? 1 : 0;
            }
        }

        return (points, cases);
    }

    /// <summary>Σ(part and with)/Σ whole; 0 where the whole is empty.</summary>
    private Estimate Ratio(Func<int, bool> with, Func<int, bool> part, Func<int, bool> whole)
    {
        var (parts, wholes, size) = (new double[blocks], new double[blocks], isCase.Length / blocks);
        for (var point = 0; point < isCase.Length; point++)
        {
            parts[point / size] += with(point) && part(point) ? 1 : 0;
            wholes[point / size] += whole(point) ? 1 : 0;
        }

        return RatioOfSums.Of(parts, wholes);
    }
}
