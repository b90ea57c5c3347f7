using CsCheck;
using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

/// <summary>The move that is told and its answer are of the kind that restrains, by the textbook definitions.</summary>
public sealed class TemptationTests
{
    private const int Deal = 0;

    [Fact]
    public void The_move_that_tempts_most_is_told_with_an_answer_of_the_kind_that_deters_it() => RandomConflicts.Any.Sample(
        conflict =>
        {
            var (model, oracle) = (conflict.Model, new Oracle(conflict));
            var table = new StabilitySolver(model).Solve(conflict.Ranks);
            for (var i = 0; i < model.DecisionMakers; i++)
            {
                var (own, held) = (conflict.Ranks[i], conflict.Ranks[i][Deal]);
                var restraint = Temptation.RestraintOf(table, i);
                var found = Temptation.Find(model, i, conflict.Ranks, restraint);
                int[] open = [.. model.Improvements(i, Deal, own).Where(to => !IsAnswered(model, oracle, conflict, i, to, Stronger(restraint)))];
                if (restraint == Restraint.NothingToGain)
                {
                    Assert.Null(found);
                    continue;
                }

                Assert.Equal(open.Max(to => own[to]), own[found!.To]);
                Assert.Contains(found.To, open);
                if (restraint == Restraint.None)
                {
                    Assert.Empty(found.Sanction);
                    continue;
                }

                AssertLegal(model, conflict, i, found, isInTheirInterest: restraint == Restraint.CredibleSanction);
                Assert.True(Deters(model, own, held, i, found.Sanction[^1].To, restraint));
            }
        },
        iter: Effort.Of(5_000));

    private static Restraint Stronger(Restraint restraint) => restraint switch
    {
        Restraint.InescapableSanction => Restraint.CredibleSanction,
        Restraint.EscapableSanction => Restraint.InescapableSanction,
        Restraint.None => Restraint.EscapableSanction,
        _ => Restraint.NothingToGain,
    };

    private static bool IsAnswered(GraphModel model, Oracle oracle, Conflict conflict, int i, int to, Restraint kind) =>
        kind != Restraint.NothingToGain
        && oracle.Reach(i, to, kind == Restraint.CredibleSanction).Any(state => Deters(model, conflict.Ranks[i], conflict.Ranks[i][Deal], i, state, kind));

    /// <summary>No better than the deal; and without a way out, where that is asked for.</summary>
    private static bool Deters(GraphModel model, int[] own, int held, int i, int state, Restraint kind) =>
        own[state] <= held && (kind != Restraint.InescapableSanction || model.Moves(i, state).ToArray().All(next => own[next] <= held));

    private static void AssertLegal(GraphModel model, Conflict conflict, int i, Temptation found, bool isInTheirInterest)
    {
        Assert.NotEmpty(found.Sanction);
        var (at, last) = (found.To, i);
        foreach (var (mover, to) in found.Sanction)
        {
            Assert.True(mover != i && mover != last);
            Assert.Contains(to, model.Moves(mover, at).ToArray());
            Assert.True(!isInTheirInterest || conflict.Ranks[mover][to] > conflict.Ranks[mover][at]);
            (at, last) = (to, mover);
        }
    }
}
