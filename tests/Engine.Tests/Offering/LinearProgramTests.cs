using CsCheck;
using Parley.Engine.Offering;

namespace Parley.Engine.Tests.Offering;

/// <summary>The small programs of every step of a search, held against all corners of what they allow.</summary>
public sealed class LinearProgramTests
{
    private const double Rounding = 1e-6;

    /// <summary>Of a polytope the best is a corner: n of the rows and of the signs hold with equality.</summary>
    [Fact]
    public void The_best_is_no_worse_than_any_corner_and_is_allowed() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var n = random.Next(1, 4);
            // The last row bounds them all; coefficients are small whole numbers, so that many corners are the meeting of more rows than needed.
            double[][] rows = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => Enumerable.Range(0, n).Select(_ => (double)random.Next(-2, 4)).ToArray()), [.. Enumerable.Repeat(1.0, n)]];
            double[] bounds = [.. rows.Select((_, i) => i == rows.Length - 1 ? 5.0 : random.Next(0, 4))];
            double[] gains = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(-2, 4))];

            var best = Solved(gains, rows, bounds);

            Assert.All(best, z => Assert.InRange(z, -Rounding, 5 + Rounding));
            Assert.All(rows.Zip(bounds), row => Assert.InRange(Product(row.First, best), double.NegativeInfinity, row.Second + Rounding));
            Assert.Equal(Corners(rows, bounds, n).Max(corner => Product(gains, corner)), Product(gains, best), Rounding);
        },
        iter: Effort.Of(2_000));

    /// <summary>A program known as E. M. L. Beale's, on which Dantzig's rule alone may go round for ever. The paper was not at hand: the corners say what is best.</summary>
    [Fact]
    public void A_program_on_which_the_quick_rule_goes_in_a_circle_is_solved_all_the_same()
    {
        double[] gains = [0.75, -150, 0.02, -6];
        double[][] rows = [[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]];
        var best = Solved(gains, rows, [0, 0, 1]);
        Assert.Equal(Corners(rows, [0, 0, 1], 4).Max(corner => Product(gains, corner)), Product(gains, best), 1e-9);
        Assert.Equal([0.04, 0, 1, 0], best, (one, other) => Math.Abs(one - other) < 1e-9);
    }

    [Fact]
    public void What_gains_nothing_is_left_alone()
    {
        Assert.Equal([0, 0], Solved([0, -1], [[1, 1]], [3]));
        Assert.Equal([0, 3], Solved([0, 1], [[1, 1]], [3]));
    }

    /// <summary>A bound that is missed by rounding is met where it is.</summary>
    [Fact]
    public void A_bound_below_nothing_counts_as_nothing() => Assert.Equal([0], Solved([1], [[1]], [-1e-12]));

    private static double[] Solved(double[] gains, double[][] rows, double[] bounds)
    {
        var program = new LinearProgram(gains.Length);
        gains.CopyTo(program.Objective);
        foreach (var (row, bound) in rows.Zip(bounds))
            row.CopyTo(program.AtMost(bound));
        return program.Solve();
    }

    private static double Product(double[] one, double[] other) => one.Zip(other).Sum(pair => pair.First * pair.Second);

    private static IEnumerable<double[]> Corners(double[][] rows, double[] bounds, int n)
    {
        double[][] all = [.. rows, .. Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n).Select(k => k == j ? -1.0 : 0).ToArray())];
        double[] limits = [.. bounds, .. Enumerable.Repeat(0.0, n)];
        return from some in Choices(all.Length, n)
               let corner = Meeting([.. some.Select(i => all[i])], [.. some.Select(i => limits[i])])
               where corner is not null && all.Zip(limits).All(row => Product(row.First, corner) <= row.Second + 1e-9)
               select corner;
    }

    private static IEnumerable<int[]> Choices(int from, int count, int first = 0) => count == 0
        ? [[]]
        : Enumerable.Range(first, from - first).SelectMany(i => Choices(from, count - 1, i + 1).Select(rest => (int[])[i, .. rest]));

    /// <summary>Where planes meet, by Cramer's rule; null when they do not meet in one point.</summary>
    private static double[]? Meeting(double[][] rows, double[] bounds)
    {
        var whole = Determinant(rows);
        return Math.Abs(whole) < 1e-9
            ? null
            : [.. Enumerable.Range(0, rows.Length).Select(j => Determinant([.. rows.Select((row, i) => row.Select((value, k) => k == j ? bounds[i] : value).ToArray())]) / whole)];
    }

    private static double Determinant(double[][] rows) => rows.Length == 0
        ? 1
        : Enumerable.Range(0, rows.Length).Sum(i => (i % 2 == 0 ? 1 : -1) * rows[i][0] * Determinant([.. rows.Where((_, k) => k != i).Select(row => row[1..])]));
}
