using CsCheck;
using Parley.Engine.Sweeping;

namespace Parley.Engine.Tests.Sweeping;

/// <summary>The front is exactly the set of points that no other dominates.</summary>
public sealed class ParetoFrontTests
{
    /// <summary>
    /// Points with their front and the volume that it dominates from the origin (hypervolume: Zitzler &amp; Thiele 1999, IEEE Transactions on
    /// Evolutionary Computation 3, 257–271), all maximised.
    /// </summary>
    public static TheoryData<double[][], double[][], double> Cases => new()
    {
        { [[1, 5], [2, 4], [3, 3], [4, 2], [5, 1], [2, 2], [3, 3]], [[1, 5], [2, 4], [3, 3], [4, 2], [5, 1]], 15 },
        { [[1, 2, 3], [2, 3, 1], [3, 1, 2]], [[1, 2, 3], [2, 3, 1], [3, 1, 2]], 13 },
        { [[1, 1], [2, 2], [3, 3]], [[3, 3]], 9 },
        { Line(10), Line(10), 0.45 }, // (n − 1)/(2n)
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Known_fronts_are_found_and_dominate_the_known_volume(double[][] points, double[][] front, double hypervolume)
    {
        var found = Front(points);

        Assert.Equal(front.Select(Name).Order(), found.Select(place => Name(points[place])).Distinct().Order());
        Assert.Equal(hypervolume, Hypervolume([.. found.Select(place => points[place])]), 1e-12);
        Assert.Equal(hypervolume, Hypervolume(points), 1e-12);
    }

    [Fact]
    public void The_front_is_the_set_that_brute_force_finds() =>
        Gen.Int[1, 5].SelectMany(width => Gen.Int[0, 6].Select(n => n / 2.0).Array[width].Array[1, 60]).Sample(
            points =>
            {
                var expected = Enumerable.Range(0, points.Length).Where(p => !points.Any(other => Dominates(other, points[p])));
                Assert.Equal(expected, Front(points).Order());
            },
            iter: Effort.Of(2_000));

    [Fact]
    public void It_runs_from_the_best_to_the_worst_by_the_first_objective()
    {
        var random = new Random(1);
        double[][] points = [.. Enumerable.Range(0, 5_000).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        var firsts = Front(points).Select(place => points[place][0]).ToArray();

        Assert.Equal(firsts.OrderDescending(), firsts);
        Assert.InRange(firsts.Length, 10, 300); // About (ln n)²/2 for independent numbers.
    }

    private static IReadOnlyList<int> Front(double[][] points) => ParetoFront.Of(
        [.. Enumerable.Range(0, points[0].Length).Select(o => points.Select(point => point[o]).ToArray())], TestContext.Current.CancellationToken);

    private static bool Dominates(double[] one, double[] other) =>
        one.Zip(other).All(pair => pair.First >= pair.Second) && one.Zip(other).Any(pair => pair.First > pair.Second);

    private static string Name(double[] point) => string.Join(' ', point);

    private static double[][] Line(int n) => [.. Enumerable.Range(0, n + 1).Select(i => new[] { (double)i / n, 1 - ((double)i / n) })];

    /// <summary>Volume of the union of the boxes from the origin to each point, cell by cell of the grid that they make.</summary>
    private static double Hypervolume(double[][] points)
    {
        double[][] ends = [.. Enumerable.Range(0, points[0].Length).Select(o => points.Select(point => point[o]).Append(0).Distinct().Order().ToArray())];
        return Volume(points, 0);

        double Volume(double[][] left, int o)
        {
            if (left.Length == 0 || o == ends.Length)
            {
                return left.Length == 0 ? 0 : 1;
            }

            return ends[o].Zip(ends[o].Skip(1)).Sum(cell => (cell.Second - cell.First) * Volume([.. left.Where(point => point[o] >= cell.Second)], o + 1));
        }
    }
}
