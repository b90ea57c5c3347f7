using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

public sealed class BarrierSolverTests
{
    private const int Climbs = 60;

    /// <summary>
    /// Newton steps are what a solution costs. From stage to stage the solver guesses where the next one ends: without that
    /// the same climbs take 40 and 63 of them on average, with it 22 and 47.
    /// </summary>
    [Theory]
    [InlineData(false, 24)]
    [InlineData(true, 50)]
    public void A_climb_takes_few_steps(bool shares, double most)
    {
        var steps = 0;
        for (var seed = 0; seed < Climbs; seed++)
        {
            var game = Game(new Random(seed));
            var solver = new BarrierSolver(game);
            solver.StartInTheMiddle();
            var objective = shares ? BarrierObjective.SmallestShare([.. Enumerable.Repeat(1.0, game.Players)]) : BarrierObjective.NashProduct(game.Power);
            Assert.True(solver.Climb(objective, BarrierSolver.FirstSmoothing).Converged);
            steps += solver.Steps;
        }

        Assert.InRange(steps / (double)Climbs, 1, most);
    }

    /// <summary>Everyone gains by any terms, so that a climb can begin in the middle.</summary>
    private static BargainingGame Game(Random random)
    {
        var (players, issues) = (random.Next(2, 5), random.Next(1, 7));
        double[][] Rows(Func<double> next) => [.. Enumerable.Range(0, players).Select(_ => Enumerable.Range(0, issues).Select(_ => next()).ToArray())];
        return Games.Of(Rows(() => 0.05 + (0.95 * random.NextDouble())), Rows(() => 100 * random.NextDouble()), [.. Enumerable.Repeat(-0.5, players)]);
    }
}
