using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

public sealed class SpatialModelTests
{
    /// <summary>The log prints two decimals of positions, and each turn starts from the one before.</summary>
    private const double LoggedPosition = 0.06;

    /// <summary>The log prints four decimals of probabilities.</summary>
    private const double LoggedProbability = 6e-5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static SpatialModelTrajectory Reference { get; } = SpatialModel.Follow(
        Tables.Of(
            KtabDummy3D.Capability,
            [.. KtabDummy3D.Saliences.Select(row => row.Select(s => s / 100).ToArray())],
            KtabDummy3D.Positions),
        CancellationToken.None);

    [Fact]
    public void The_reference_run_converges_in_as_many_turns_as_its_log()
    {
        Assert.True(Reference.Converged);
        Assert.Equal(KtabDummy3D.Turns, Reference.Turns);
    }

    [Fact]
    public void Every_position_of_every_turn_is_the_one_in_the_log() => Assert.All(Reference.Rounds, (round, turn) =>
        Assert.All(round.Positions, (position, actor) => Assert.All(position, (x, dimension) =>
            Assert.Equal(KtabDummy3D.PositionsByTurn[turn][actor][dimension], x, LoggedPosition))));

    [Fact]
    public void Every_win_probability_of_every_turn_is_the_one_in_the_log() => Assert.All(Reference.Rounds, (round, turn) =>
        Assert.All(round.WinProbability, (p, actor) => Assert.Equal(KtabDummy3D.WinProbabilityByTurn[turn][actor], p, LoggedProbability)));

    [Fact]
    public void The_stop_ratio_of_every_turn_is_the_one_in_the_log() => Assert.All(
        KtabDummy3D.StopRatio, (ratio, turn) => Assert.Equal(ratio, Reference.Rounds[turn].StopRatio, LoggedProbability));

    [Fact]
    public void Risk_attitudes_of_the_first_turn_are_the_ones_in_the_log() => Assert.All(
        KtabDummy3D.Risk, (risk, actor) => Assert.Equal(risk, Reference.Rounds[0].Risk[actor], 1e-6)); // six decimals are printed

    [Fact]
    public void The_first_challenges_are_the_ones_in_the_log() => Assert.All(KtabDummy3D.Challenges, (logged, place) =>
    {
        var challenge = Reference.Rounds[0].Challenges[place];
        Assert.Equal((logged.Initiator, logged.Target), (challenge.Initiator, challenge.Target));
        Assert.Equal(logged.WinProbability, challenge.WinProbability, LoggedProbability);
        Assert.Equal(logged.ExpectedGain, challenge.ExpectedGain, LoggedProbability);
    });

    [Fact]
    public void A_mover_takes_a_bargain_it_is_a_party_to() => Assert.All(Reference.Rounds.SelectMany(round => round.Moves), move =>
        Assert.True(move.Actor == move.Initiator || move.Actor == move.Target));

    [Fact]
    public void Everyone_who_stands_elsewhere_after_a_turn_made_a_move_out_of_as_many_bargains_as_it_was_a_party_to() => Tables.Random.Sample(
        table =>
        {
            var rounds = SpatialModel.Follow(table, Cancellation).Rounds;
            for (var turn = 0; turn + 1 < rounds.Count; turn++)
            {
                var (now, next) = (rounds[turn], rounds[turn + 1]);
                var movers = now.Moves.Select(move => move.Actor).ToHashSet();
                Assert.All(Enumerable.Range(0, table.Actors), actor => Assert.True(
                    movers.Contains(actor) || now.Positions[actor].Zip(next.Positions[actor]).All(pair => Math.Abs(pair.First - pair.Second) < 0.01))); // bargains are rounded
                Assert.All(now.Moves, move =>
                {
                    Assert.Equal(now.Challenges.Count(challenge => challenge.Initiator == move.Actor || challenge.Target == move.Actor), move.Options);
                    Assert.Contains(now.Challenges, challenge => (challenge.Initiator, challenge.Target) == (move.Initiator, move.Target));
                });
            }
        },
        iter: Effort.Of(200));

    [Fact]
    public void A_run_that_is_called_off_ends_at_once() => Assert.ThrowsAny<OperationCanceledException>(
        () => SpatialModel.Follow(Tables.Of([1, 1], [[1], [1]], [[0], [100]]), new CancellationToken(canceled: true)));

    [Fact]
    public void Numbers_that_no_method_can_use_are_refused() =>
        Assert.Throws<ArgumentException>(() => SpatialModel.Follow(Tables.Of([1, -1], [[1], [1]], [[0], [100]]), Cancellation));

    [Fact]
    public void Attention_that_is_spent_on_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => SpatialModel.Follow(Tables.Of([1, 1], [[1], [0]], [[0], [100]]), Cancellation));

    [Fact]
    public void Win_probabilities_of_different_positions_add_up_to_one_and_are_shared_by_those_who_stand_together()
    {
        var first = SpatialModel.Follow(Tables.Of([3, 2, 1], [[1], [1], [1]], [[10], [90], [90]]), Cancellation).Rounds[0];
        Assert.Equal(first.WinProbability[1], first.WinProbability[2]);
        Assert.Equal(1, first.WinProbability[0] + first.WinProbability[1], 1e-12); // rounding
    }

    [Fact]
    public void Nobody_leaves_the_range_of_the_positions_taken_at_the_start() => Tables.Random.Sample(
        table =>
        {
            var rounds = SpatialModel.Follow(table, Cancellation).Rounds;
            for (var k = 0; k < table.Issues; k++)
            {
                var start = rounds[0].Positions.Select(position => position[k]).ToArray();
                Assert.All(rounds, round => Assert.All(
                    round.Positions, position => Assert.InRange(position[k], start.Min() - 0.01, start.Max() + 0.01))); // bargains are rounded
            }
        },
        iter: Effort.Of(200));

    [Fact]
    public void Actors_who_agree_stay_where_they_are()
    {
        var agreed = SpatialModel.Follow(Tables.Of([1, 2, 3], [[0.5], [0.4], [1]], [[30], [30], [30]]), Cancellation);
        Assert.True(agreed.Converged);
        Assert.Empty(agreed.Rounds.SelectMany(round => round.Moves));
        Assert.Equal(30, agreed.Outcome[0], 1e-12); // rounding
    }

    [Fact]
    public void A_lone_actor_stays_where_it_is_and_is_sure_to_win()
    {
        var alone = SpatialModel.Follow(Tables.Of([5], [[0.3, 0.2]], [[20, 70]]), Cancellation);
        Assert.True(alone.Converged);
        Assert.Equal(20, alone.Outcome[0], 1e-12); // rounding
        Assert.Equal(70, alone.Outcome[1], 1e-12);
        Assert.All(alone.Rounds, round => Assert.Equal([1], round.WinProbability));
        Assert.Empty(alone.Rounds.SelectMany(round => round.Challenges));
    }

    [Fact]
    public void Two_equals_at_the_ends_meet_as_far_from_one_end_as_from_the_other()
    {
        var equals = SpatialModel.Follow(Tables.Of([1, 1], [[1], [1]], [[0], [100]]), Cancellation);
        Assert.Equal(50, equals.Outcome[0], 1e-9); // rounding
        Assert.All(equals.Rounds, round => Assert.Equal(100, round.Positions[0][0] + round.Positions[1][0], 1e-9));
    }

    [Fact]
    public void A_dimension_that_nobody_cares_about_changes_no_other() => Tables.Random.Sample(
        table =>
        {
            var wider = Tables.Of(
                [.. table.Capability],
                [.. Enumerable.Range(0, table.Actors).Select(i => (double[])[0, .. table.SalienceOf(i)])],
                [.. Enumerable.Range(0, table.Actors).Select(i => (double[])[13 * i, .. table.PositionOf(i)])]);
            var (plain, padded) = (SpatialModel.Follow(table, Cancellation), SpatialModel.Follow(wider, Cancellation));
            Assert.Equal(plain.Turns, padded.Turns);
            Assert.Equal(plain.Rounds[^1].Positions, padded.Rounds[^1].Positions.Select(position => (IReadOnlyList<double>)[.. position.Skip(1)]));
        },
        iter: Effort.Of(100));

    [Fact]
    public void Scales_that_run_the_other_way_end_at_the_other_side() => Tables.Random.Sample(
        table =>
        {
            var mirrored = Tables.Of(
                [.. table.Capability],
                [.. Enumerable.Range(0, table.Actors).Select(i => table.SalienceOf(i).ToArray())],
                [.. Enumerable.Range(0, table.Actors).Select(i => table.PositionOf(i).ToArray().Select(x => 100 - x).ToArray())]);
            Assert.All(
                SpatialModel.Follow(table, Cancellation).Outcome.Zip(SpatialModel.Follow(mirrored, Cancellation).Outcome),
                pair => Assert.Equal(100, pair.First + pair.Second, 1e-6)); // rounding, in bargains of four decimals
        },
        iter: Effort.Of(100));

    [Fact]
    public void Actors_in_another_order_end_where_they_did() => Tables.Random.Sample(
        table =>
        {
            int[] order = [.. Enumerable.Range(0, table.Actors).Reverse()];
            var reversed = Tables.Of(
                [.. order.Select(i => table.Capability[i])],
                [.. order.Select(i => table.SalienceOf(i).ToArray())],
                [.. order.Select(i => table.PositionOf(i).ToArray())]);
            Assert.All(
                SpatialModel.Follow(table, Cancellation).Outcome.Zip(SpatialModel.Follow(reversed, Cancellation).Outcome),
                pair => Assert.Equal(pair.First, pair.Second, 1e-6)); // rounding, in bargains of four decimals
        },
        iter: Effort.Of(100));

    [Fact]
    public void Attention_that_is_spent_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => SpatialModel.Follow(Tables.Of([1, 1], [[0.7, 0.7], [0.5, 0.5]], [[0, 0], [1, 1]]), Cancellation));
}
