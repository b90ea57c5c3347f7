using Parley.Engine.Bargaining;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>The engine's vectors against plain loops: the same positions at every turn, from a handful of actors to eighty.</summary>
public sealed class PlainSpatialModelTests
{
    /// <summary>Positions are rounded to four decimals of the unit each turn; what is left is the order of sums.</summary>
    private const double Rounding = 1e-9;

    [Theory]
    [InlineData(2, 1, 40)]
    [InlineData(3, 2, 40)]
    [InlineData(7, 3, 40)]
    [InlineData(12, 5, 10)]
    [InlineData(27, 6, 1)]
    [InlineData(80, 1, 1)]
    public void Everyone_stands_where_plain_loops_put_it_at_every_turn(int actors, int issues, int tables)
    {
        var random = new Random((100 * actors) + issues);
        for (var n = 0; n < tables; n++)
        {
            double[] capability = [.. Enumerable.Range(0, actors).Select(_ => 1 + (99 * random.NextDouble()))];
            double[][] salience = [.. capability.Select(_ => Row(issues, () => (0.05 + (0.95 * random.NextDouble())) / issues))];
            double[][] position = [.. capability.Select(_ => Row(issues, () => 100 * random.NextDouble()))];

            var (positions, converged) = new PlainSpatialModel(capability, salience, position).Run();
            var followed = SpatialModel.Follow(Tables.Of(capability, salience, position), TestContext.Current.CancellationToken);

            Assert.Equal(converged, followed.Converged);
            Assert.Equal(positions.Count, followed.Rounds.Count);
            Assert.All(positions, (turn, t) => Assert.All(turn, (row, actor) => Assert.All(row, (x, issue) =>
                Assert.Equal(x, followed.Rounds[t].Positions[actor][issue], Rounding))));
        }
    }

    private static double[] Row(int issues, Func<double> next) => [.. Enumerable.Range(0, issues).Select(_ => next())];
}
