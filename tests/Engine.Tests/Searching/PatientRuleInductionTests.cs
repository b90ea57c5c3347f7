using CsCheck;
using Parley.Engine.Searching;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests.Searching;

/// <summary>Boxes that were planted are found; where there is none, none pretends to be good.</summary>
public sealed class PatientRuleInductionTests
{
    private const int Points = 2_000;
    private const int Dimensions = 6;

    [Fact]
    public void A_planted_box_is_found_with_its_limits_and_no_others()
    {
        var random = new Random(1);
        var points = Uniform(random, Points);
        var boxes = Search(points, n => points[1][n] > 0.6 && points[4][n] < 0.5);
        var box = Assert.Single(boxes).Box;
        Assert.Equal([1, 4], box.Restricted);

        // A slice of 5 % of the box's points is the grain of the search.
        Assert.Equal(0.6, box.Low[1], 0.03);
        Assert.Equal(0.5, box.High[4], 0.03);
        Assert.Equal(double.PositiveInfinity, box.High[1]);
        Assert.Equal(double.NegativeInfinity, box.Low[4]);
    }

    [Fact]
    public void A_planted_box_is_found_through_noise()
    {
        var random = new Random(2);
        var points = Uniform(random, 2 * Points);
        var isCase = Cases(2 * Points, n => random.NextDouble() < (points[0][n] is > 0.3 and < 0.6 && points[2][n] > 0.5 ? 0.9 : 0.05));
        var box = PatientRuleInduction.Search(points, isCase, 1, TestContext.Current.CancellationToken)[0].Box;
        Assert.Contains(0, box.Restricted);
        Assert.Contains(2, box.Restricted);
        Assert.Equal(0.3, box.Low[0], 0.05);
        Assert.Equal(0.6, box.High[0], 0.05);
        Assert.Equal(0.5, box.Low[2], 0.05);
    }

    [Fact]
    public void Two_planted_boxes_are_found_one_after_the_other()
    {
        var points = Uniform(new Random(3), 2 * Points);
        var boxes = Search(points, n => points[0][n] < 0.25 || points[3][n] > 0.8);
        Assert.InRange(boxes.Count, 2, 3);
        Assert.Equal([0, 3], boxes.Take(2).SelectMany(found => found.Box.Restricted).Order());
    }

    /// <summary>Few values, so that equals, ties and limits worth nothing are frequent.</summary>
    [Fact]
    public void It_finds_what_plain_loops_find() => Gen.Int.Positive.Sample(
        seed =>
        {
            var random = new Random(seed);
            var (count, dimensions, values) = (random.Next(20, 150), random.Next(1, 4), random.Next(3, 30));
            double[][] points = [.. Enumerable.Range(0, dimensions).Select(_ => Enumerable.Range(0, count).Select(_ => (double)random.Next(values)).ToArray())];
            var (bound, noise) = (random.NextDouble() * values, random.NextDouble() / 3);
            var isCase = Cases(count, n => random.NextDouble() < noise || (points[0][n] >= bound) ^ (points[^1][n] > values * 0.8));
            var expected = new PlainRuleInduction(points, isCase).Search(3);
            var actual = PatientRuleInduction.Search(points, isCase, 3, TestContext.Current.CancellationToken);
            Assert.Equal(expected.Select(box => Written(box.Low, box.High)), actual.Select(found => Written(found.Box.Low, found.Box.High)));
        },
        iter: Effort.Of(400),
        threads: 1);

    [Fact]
    public void Where_all_points_are_cases_or_none_there_is_no_box()
    {
        var points = Uniform(new Random(4), 500);
        Assert.Empty(Search(points, _ => true));
        Assert.Empty(Search(points, _ => false));
    }

    [Fact]
    public void No_more_boxes_are_sought_than_are_asked_for()
    {
        var points = Uniform(new Random(3), 2 * Points);
        var isCase = Cases(2 * Points, n => points[0][n] < 0.25 || points[3][n] > 0.8);
        Assert.Single(PatientRuleInduction.Search(points, isCase, 1, TestContext.Current.CancellationToken));
        Assert.True(PatientRuleInduction.Search(points, isCase, 2, TestContext.Current.CancellationToken).Count == 2);
    }

    /// <summary>Points in a row, the first 90 of them cases and some of the last.</summary>
    [Theory]
    [InlineData(5, 1)]
    [InlineData(30, 2)]
    public void A_tenth_of_the_cases_is_not_worth_another_box(int others, int boxes)
    {
        double[][] points = [[.. Enumerable.Range(0, 200).Select(n => (double)n)]];
        Assert.Equal(boxes, PatientRuleInduction.Search(points, Cases(200, n => n < 90 || n >= 200 - others), 3, TestContext.Current.CancellationToken).Count);
    }

    [Theory]
    [InlineData(40)] // By one point at a time down to the smallest box itself.
    [InlineData(2_000)]
    public void Peeling_takes_a_twentieth_at_a_time_and_ends_before_a_twentieth_of_all_points(int count)
    {
        double[][] points = [[.. Enumerable.Range(0, count).Select(n => (double)n)]];
        var steps = new List<int> { count };
        while (steps[^1] - Math.Max(1, steps[^1] / 20) is var next && next >= count / 20)
            steps.Add(next);
        var found = PatientRuleInduction.Search(points, Cases(count, n => n < count / 4), 1, TestContext.Current.CancellationToken);
        Assert.Equal(steps, Assert.Single(found).Trajectory.Select(box => box.Points));
    }

    [Fact]
    public void Limits_are_inclusive()
    {
        var box = Box.Everything(1).With(0, 2, 4);
        Assert.Equal([2, 3, 4], Enumerable.Range(0, 7).Where(n => box.Contains([[0, 1, 2, 3, 4, 5, 6]], n)));
    }

    [Fact]
    public void A_search_that_is_cancelled_stops()
    {
        var points = Uniform(new Random(1), Points);
        var isCase = Cases(Points, n => points[0][n] > 0.5);
        Assert.Throws<OperationCanceledException>(() => PatientRuleInduction.Search(points, isCase, 1, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void In_noise_hardly_ever_more_than_two_limits_survive()
    {
        var limits = Enumerable.Range(0, 40).Select(seed =>
        {
            var random = new Random(seed);
            return Search(Uniform(random, 1_000), _ => random.NextDouble() < 0.4).Sum(found => found.Box.Restricted.Count);
        }).ToArray();
        Assert.True(limits.Average() <= 2, $"{limits.Average()} limits on average");
    }

    [Fact]
    public void In_noise_the_density_on_fresh_points_is_that_of_all_points() => Assert.InRange(
        Enumerable.Range(0, 40).Average(seed =>
        {
            var random = new Random(seed);
            var (found, fresh) = (Uniform(random, 500), Uniform(random, 4_000));
            bool[] isCase = Cases(500, _ => random.NextDouble() < 0.3), isFreshCase = Cases(4_000, _ => random.NextDouble() < 0.3);
            return PatientRuleInduction.Search(found, isCase, 1, TestContext.Current.CancellationToken) is [var best, ..]
                ? Enumerable.Range(0, 4_000).Where(n => best.Box.Contains(fresh, n)).Average(n => isFreshCase[n] ? 1.0 : 0.0)
                : 0.3;
        }),

        // The mean of 40 shares of some hundred to some thousand points.
        0.28,
        0.32);

    [Fact]
    public void Boxes_of_any_points_keep_their_promises() => Gen.Int.Positive.Sample(
        seed =>
        {
            var random = new Random(seed);
            var count = random.Next(40, 400);

            // Coarse numbers, so that there are ties.
            double[][] points = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Row(count, () => Math.Floor(8 * random.NextDouble())))];
            var isCase = Cases(count, n => random.NextDouble() < (points[0][n] > 4 ? 0.7 : 0.3));
            var boxes = PatientRuleInduction.Search(points, isCase, 3, TestContext.Current.CancellationToken);
            Assert.True(boxes.Count <= 3);
            var left = Enumerable.Range(0, count).ToArray();
            foreach (var found in boxes)
            {
                var inside = left.Where(n => found.Box.Contains(points, n)).ToArray();
                Assert.True(inside.Length >= (int)(PatientRuleInduction.SmallestMass * count));
                Assert.True(Density(inside, isCase) >= Density(left, isCase));
                Assert.Equal(left.Length, found.Trajectory[0].Points);
                foreach (var (before, after) in found.Trajectory.Zip(found.Trajectory.Skip(1)))
                {
                    Assert.True(after.Points < before.Points && after.Cases <= before.Cases);
                    Assert.Equal(after.Points, left.Count(n => after.Box.Contains(points, n)));
                    Assert.Equal(after.Cases, left.Count(n => after.Box.Contains(points, n) && isCase[n]));
                }

                left = [.. left.Except(inside)];
            }
        },
        iter: 200);

    private static double Density(int[] points, bool[] isCase) => points.Count(n => isCase[n]) / (double)points.Length;

    private static IReadOnlyList<FoundBox> Search(double[][] points, Func<int, bool> isCase) =>
        PatientRuleInduction.Search(points, Cases(points[0].Length, isCase), 3, TestContext.Current.CancellationToken);

    private static bool[] Cases(int count, Func<int, bool> isCase) => [.. Enumerable.Range(0, count).Select(isCase)];

    private static double[][] Uniform(Random random, int count) =>
        [.. Enumerable.Range(0, Dimensions).Select(_ => Row(count, random.NextDouble))];

    private static double[] Row(int count, Func<double> next) => [.. Enumerable.Range(0, count).Select(_ => next())];

    private static string Written(double[] low, double[] high) => string.Join(' ', low.Zip(high, (from, to) => $"[{from:R}, {to:R}]"));
}
