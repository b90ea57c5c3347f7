using Parley.Engine.Bargaining;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>
/// KTAB's regression case asked for through the engine's door: its saliences, which are shares of 100, as saliences of a situation, and half
/// its capabilities, since an influence ends at 100 and the model knows only their ratios.
/// </summary>
public sealed class SpatialModelReportTests
{
    private const double LoggedPosition = 0.06;
    private const double LoggedProbability = 6e-5;

    [Fact]
    public void The_reference_run_is_the_one_in_the_log()
    {
        var rounds = Ask(saliences: 1);

        Assert.Equal(KtabDummy3D.Turns, rounds.Count - 1);
        Assert.All(KtabDummy3D.StopRatio, (ratio, turn) => Assert.Equal(ratio, rounds[turn].StopRatio, LoggedProbability));
        Assert.All(rounds, (round, turn) => Assert.All(round.Actors, (actor, place) =>
        {
            Assert.All(actor.Positions, (x, dimension) => Assert.Equal(KtabDummy3D.PositionsByTurn[turn][place][dimension], x, LoggedPosition));
            Assert.Equal(KtabDummy3D.WinProbabilityByTurn[turn][place], actor.WinProbability, LoggedProbability);
        }));
    }

    [Fact]
    public void Saliences_that_add_up_to_more_than_all_attention_are_shares_of_the_largest_sum()
    {
        var most = KtabDummy3D.Saliences.Max(row => row.Sum());
        var expected = SpatialModel.Follow(
            Tables.Of(KtabDummy3D.Capability, [.. KtabDummy3D.Saliences.Select(row => row.Select(s => s / most).ToArray())], KtabDummy3D.Positions),
            TestContext.Current.CancellationToken);

        var rounds = Ask(saliences: 2);

        Assert.Equal(expected.Rounds.Count, rounds.Count);
        Assert.All(rounds, (round, turn) => Assert.All(round.Actors, (actor, place) =>
            // Half the capabilities beside a constant that keeps odds above 0 (10⁻⁸), and bargains rounded to four decimals of the unit.
            Assert.All(actor.Positions, (x, dimension) => Assert.Equal(expected.Rounds[turn].Positions[place][dimension], x, LoggedPosition))));
    }

    /// <param name="saliences">What the case's are multiplied by.</param>
    private static IReadOnlyList<BargainingRound> Ask(double saliences)
    {
        string[] issues = ["first", "second", "third"];
        var actors = KtabDummy3D.Capability.Select((capability, i) => Stakeholder(
            $"actor-{i}",
            [.. issues.Select((issue, k) => Preference(issue, Point(KtabDummy3D.Positions[i][k]), Point(saliences * KtabDummy3D.Saliences[i][k])))]) with
        {
            Role = StakeholderRole.Influencer,
            Influence = Point(capability / 2),
        });
        return Evaluate(Situation([.. issues.Select(Issue)], [.. actors]), Scenario() with { Analyses = [Analysis.Bargaining] }).Bargaining!.Rounds;
    }
}
