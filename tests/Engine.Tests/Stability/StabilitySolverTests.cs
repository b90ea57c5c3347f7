using CsCheck;
using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

public sealed class StabilitySolverTests
{
    private const int Conflicts = 5_000;

    [Fact]
    public void Every_verdict_is_the_one_that_the_textbook_definitions_give() => RandomConflicts.Any.Sample(
        conflict =>
        {
            var table = new StabilitySolver(conflict.Model).Solve(conflict.Ranks);
            Assert.Equal(conflict.Verdicts(new Oracle(conflict).IsStable), conflict.Verdicts(table.IsStable));
        },
        iter: Effort.Of(Conflicts));

    [Fact]
    public void The_others_reach_exactly_the_states_that_the_textbook_definition_gives() => RandomConflicts.Any.Sample(
        conflict =>
        {
            var (model, oracle) = (conflict.Model, new Oracle(conflict));
            for (var i = 0; i < model.DecisionMakers; i++)
            {
                for (var state = 0; state < model.States; state++)
                {
                    Assert.Equal(oracle.Reach(i, state, false).Order(), LegalSequences.Reachable(model, i, state));
                    Assert.Equal(oracle.Reach(i, state, true).Order(), LegalSequences.Reachable(model, i, state, conflict.Ranks));
                }
            }
        },
        iter: Effort.Of(Conflicts));

    [Fact]
    public void Nash_implies_SEQ_implies_GMR_and_Nash_implies_SMR_implies_GMR() => RandomConflicts.Any.Sample(
        conflict =>
        {
            var table = new StabilitySolver(conflict.Model).Solve(conflict.Ranks);
            for (var i = 0; i < table.DecisionMakers; i++)
            {
                for (var state = 0; state < conflict.States; state++)
                {
                    var (nash, gmr) = (table.IsStable(SolutionConcept.Nash, i, state), table.IsStable(SolutionConcept.Gmr, i, state));
                    var (smr, seq) = (table.IsStable(SolutionConcept.Smr, i, state), table.IsStable(SolutionConcept.Seq, i, state));
                    Assert.True((!nash || (smr && seq)) && (gmr || !(smr || seq)), $"decision maker {i}, state {state}");
                }
            }
        },
        iter: Effort.Of(Conflicts));

    [Fact]
    public void A_solver_used_again_forgets_what_it_solved_before() => Gen.Select(RandomConflicts.Any, Gen.Int[0, 1_000]).Sample((conflict, shift) =>
    {
        var solver = new StabilitySolver(conflict.Model);
        var other = conflict.Ranks.Select(own => own.Select(rank => (rank * 7) + shift).Reverse().ToArray()).ToArray();
        solver.Solve(other);
        Assert.Equal(
            conflict.Verdicts(new StabilitySolver(conflict.Model).Solve(conflict.Ranks).IsStable),
            conflict.Verdicts(solver.Solve(conflict.Ranks).IsStable));
    });

    [Fact]
    public void Only_the_order_of_the_ranks_counts() => RandomConflicts.Any.Sample(conflict =>
    {
        var stretched = conflict with { Ranks = [.. conflict.Ranks.Select(own => own.Select(rank => (rank * rank) - 50).ToArray())] };
        Assert.Equal(
            conflict.Verdicts(new StabilitySolver(conflict.Model).Solve(conflict.Ranks).IsStable),
            conflict.Verdicts(new StabilitySolver(conflict.Model).Solve(stretched.Ranks).IsStable));
    });

    [Fact]
    public void An_opponent_may_move_again_once_somebody_else_has_moved()
    {
        // 0 moves from state 0 to 1; only the sequence 1, 2, 1 through states 2 and 3 ends in the punishment, state 4.
        var conflict = new Conflict(
            5,
            [[new Move(0, 1)], [new Move(1, 2), new Move(3, 4)], [new Move(2, 3)]],
            [[1, 2, 3, 3, 0], [0, 0, 1, 0, 1], [0, 0, 0, 1, 0]]);
        var table = new StabilitySolver(conflict.Model).Solve(conflict.Ranks);
        Assert.True(table.IsStable(SolutionConcept.Seq, 0, 0));
        Assert.Equal(
            [new Step(1, 2), new Step(2, 3), new Step(1, 4)],
            LegalSequences.Shortest(conflict.Model, 0, 1, conflict.Ranks, state => state == 4));
    }

    [Fact]
    public void Nobody_moves_twice_in_a_row()
    {
        // The only opponent would need two moves to reach the punishment, state 3.
        var conflict = new Conflict(4, [[new Move(0, 1)], [new Move(1, 2), new Move(2, 3)]], [[1, 2, 3, 0], [0, 0, 1, 2]]);
        Assert.False(new StabilitySolver(conflict.Model).Solve(conflict.Ranks).IsStable(SolutionConcept.Gmr, 0, 0));
        Assert.Null(LegalSequences.Shortest(conflict.Model, 0, 1, null, state => state == 3));
    }

    [Fact]
    public void A_move_that_leads_out_of_the_states_or_nowhere_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new GraphModel(2, [[new Move(0, 2)]]));
        Assert.Throws<ArgumentException>(() => new GraphModel(2, [[new Move(1, 1)]]));
        Assert.Throws<ArgumentException>(() => new StabilitySolver(new GraphModel(2, [[new Move(0, 1)]])).Solve([[1]]));
    }
}
