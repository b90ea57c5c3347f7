using System.Text.Json;
using CsCheck;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

public sealed class StabilityAnalysisTests
{
    private static readonly double[] Always = [1, 0];
    private static readonly double[] Never = [0, 0];

    private static readonly Gen<Truce.Side> AnySide =
        from ideals in Gen.Int[0, 4].Array[2]
        from saliences in Gen.Int[1, 4].Array[2]
        from shape in Gen.Int[1, 2]
        from interaction in Gen.Int[0, 3]
        from fear in Gen.Int[0, 3]
        from envy in Gen.Int[0, 2]
        select new Truce.Side
        {
            Ideals = [.. ideals.Select(n => n * 25.0)],
            Saliences = [.. saliences.Select(n => (double)n)],
            Shape = shape,
            Interaction = interaction,
            Fear = fear,
            Envy = envy,
        };

    private static readonly Gen<(Truce Truce, double[] Shifts, double[] Fear)> AnyTruce =
        from left in AnySide
        from right in AnySide
        from terms in Gen.Int[0, 4].Array[2]
        from shifts in Gen.Int[-3, 3].Array[2]
        from fear in Gen.Int[-2, 2].Array[2]
        let points = shifts.Select(n => n * 30.0).ToArray()
        let levels = fear.Select(n => n * 0.6).ToArray()
        select (
            new Truce
            {
                Left = left,
                Right = right,
                Terms = [.. terms.Select(n => n * 25.0)],
                Options =
                [
                    Truce.Arm("left-arms", "left", 0, TriangularRange.Exactly(points[0]), levels[0]),
                    Truce.Arm("right-arms", "right", 1, TriangularRange.Exactly(points[1]), levels[1]),
                ],
            },
            points,
            levels);

    [Fact]
    public void A_truce_whose_sides_face_the_prisoners_dilemma_is_stable_by_foresight_alone()
    {
        var report = new Truce().Report();
        Assert.Equal((null, 200, 4), (report.Reason, report.Draws, report.States));
        Assert.Equal([Never, Always, Always, Always], Shares(report.Deal!.Joint));
        Assert.Equal([[], ["left-arms", "right-arms"]], report.MostStable.Select(state => state.Options));
        Assert.Equal([Always, Always, Always, Always], Shares(report.MostStable[1].Joint));
    }

    [Fact]
    public void The_report_says_who_would_move_and_what_deters_it()
    {
        var left = new Truce().Report().Compliance[0];
        Assert.Equal(("left", Restraint.CredibleSanction), (left.Stakeholder, left.Usual));
        Assert.Equal(["left-arms"], left.Incentive!.Takes);
        var answer = Assert.Single(left.Incentive.Sanction);
        Assert.Equal(("right", "right-arms", 0), (answer.Stakeholder, Assert.Single(answer.Takes), answer.Drops.Count));
        Assert.Equal(1, left.Incentive.Share.Value);
        Assert.Equal(
            "In most draws left would gain by a move: “left arms”; what deters this is the answer “right arms”, which is in the "
            + "interest of those who give it and leaves left no better off than the deal.",
            left.Text);
    }

    [Fact]
    public void A_gain_that_nobody_can_answer_is_said_to_be_one()
    {
        var left = new Truce { Options = [Truce.Arm("left-arms", "left", 0)] }.Report().Compliance[0];
        Assert.Equal(Restraint.None, left.Usual);
        Assert.Empty(left.Incentive!.Sanction);
        Assert.EndsWith("“left arms”; nothing that the others can do would take the gain away.", left.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_gains_the_most_preferred_is_shown_with_every_option_that_it_takes()
    {
        StabilityOption[] left =
        [
            Truce.Arm("a-little", "left", 0, TriangularRange.Exactly(20)),
            Truce.Arm("a-lot", "left", 0, TriangularRange.Exactly(40)),
            Truce.Arm("much-too-much", "left", 1, TriangularRange.Exactly(90)),
        ];
        Assert.Equal(["a-little", "a-lot"], new Truce { Options = left }.Report().Compliance[0].Incentive!.Takes);
    }

    [Fact]
    public void An_answer_that_hurts_whoever_gives_it_deters_without_being_credible()
    {
        var right = new Truce.Side { Ideals = [0, 0], Saliences = [2, 1] };
        var left = new Truce { Right = right }.Report().Compliance[0];
        Assert.Equal(Restraint.InescapableSanction, left.Usual);
        Assert.Contains("no answer is in the interest of all who would have to give it", left.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, Restraint.EscapableSanction)]
    [InlineData(true, Restraint.InescapableSanction)]
    public void An_answer_is_escaped_by_going_back_unless_the_move_is_irreversible(bool irreversible, Restraint expected)
    {
        // Left wants issue 0 at 50 and stands at 20. Either option alone brings it nearer, both together bring it too far,
        // to 85: after the answer Left would go back, and be better off than at the deal, if it could.
        var answer = Truce.Arm("right-arms", "right", 0, TriangularRange.Exactly(20));
        var truce = new Truce
        {
            Terms = [20, 0],
            Left = new Truce.Side { Ideals = [50, 0], Saliences = [1, 0] },
            Right = new Truce.Side { Ideals = [0, 0], Saliences = [0, 1] },
            Options =
            [
                Truce.Arm("left-arms", "left", 0, TriangularRange.Exactly(45)) with { Irreversible = irreversible },
                answer with { IssueShifts = [.. answer.IssueShifts, new IssueValue("issue-1", TriangularRange.Exactly(10))] },
            ],
        };
        Assert.Equal(expected, truce.Report().Compliance[0].Usual);
    }

    [Fact]
    public void Who_can_move_only_after_others_is_said_to_have_no_move()
    {
        var report = new Truce { Options = [Truce.Arm("left-arms", "left", 0), Truce.Arm("right-arms", "right", 1) with { Requires = ["left-arms"] }] }.Report();
        Assert.Equal("No move is open to right while the others keep to the deal.", report.Compliance[1].Text);
        Assert.Equal(Always, Pair(report.Deal!.Stakeholders[1].Shares.Nash));
    }

    [Fact]
    public void Without_options_the_outcome_is_a_reason()
    {
        var report = new Truce { Options = [] }.Report();
        Assert.Equal("The situation names no options, so that nobody can leave the deal or make a move of their own.", report.Reason);
        Assert.Null(report.Deal);
        Assert.Empty(report.Compliance);
    }

    [Fact]
    public void An_option_that_can_never_be_taken_is_named()
    {
        var stuck = Truce.Arm("left-waits", "left", 0) with { Requires = ["left-arms"], Excludes = ["left-arms"] };
        Assert.Equal(["left-waits"], new Truce { Options = [.. new Truce().Options, stuck] }.Report().NeverTaken);
    }

    [Fact]
    public void States_are_judged_by_the_values_of_the_definition() => AnyTruce.Sample(
        sample =>
        {
            var report = sample.Truce.Report();
            var conflict = ByHand(sample.Truce, sample.Shifts, sample.Fear);
            var oracle = new Oracle(conflict);
            foreach (var concept in Enum.GetValues<SolutionConcept>())
            {
                for (var i = 0; i < 2; i++)
                {
                    var share = Shares(report.Deal!.Stakeholders[i].Shares)[(int)concept];
                    Assert.Equal(oracle.IsStable(concept, i, 0) ? Always : Never, share);
                }

                Assert.All(report.MostStable, state => Assert.Equal(
                    Enumerable.Range(0, 2).All(i => oracle.IsStable(concept, i, Mask(state.Options))) ? Always : Never,
                    Shares(state.Joint)[(int)concept]));
            }
        },
        iter: Effort.Of(500));

    [Fact]
    public void Uncertain_shifts_give_shares_with_errors_that_add_up_and_keep_the_order_of_the_concepts()
    {
        var uncertain = new TriangularRange(-50, 10, 60, "made up");
        var report = new Truce { Options = [Truce.Arm("left-arms", "left", 0, uncertain), Truce.Arm("right-arms", "right", 1)] }.Report(20_000);
        Assert.Equal(500, report.Draws);
        var left = report.Deal!.Stakeholders[0].Shares;

        // Arming pays exactly when the shift is above 0, the deal's own term being 0: clamped below, it changes nothing.
        var pays = 1 - (50.0 * 50 / (110 * 60));
        Assert.InRange(left.Nash.Value, 1 - pays - 0.01, 1 - pays + 0.01);
        Assert.InRange(left.Nash.StandardError, 1e-5, 0.01);
        Assert.Equal(1, report.Compliance[0].Restraints.Sum(restraint => restraint.Share.Value), 12);
        Assert.All(report.MostStable.SelectMany(state => state.Stakeholders.Select(own => own.Shares).Append(state.Joint)), shares => Assert.True(
            shares.Nash.Value <= Math.Min(shares.Seq.Value, shares.Smr.Value) && Math.Max(shares.Seq.Value, shares.Smr.Value) <= shares.Gmr.Value));
    }

    [Fact]
    public void Many_moves_are_judged_on_fewer_draws_and_only_the_five_most_stable_states_are_shown()
    {
        // Five free options each: 1,024 states with 62 moves.
        var uncertain = new TriangularRange(-50, 10, 60, "made up");
        StabilityOption[] options =
        [
            .. Enumerable.Range(0, 5).Select(n => Truce.Arm($"left-{n}", "left", 0, uncertain)),
            .. Enumerable.Range(0, 5).Select(n => Truce.Arm($"right-{n}", "right", 1, uncertain)),
        ];
        var report = new Truce { Options = options }.Report(10_000);
        Assert.Equal(1_024, report.States);
        Assert.InRange(report.Draws, 40, 480);
        Assert.Equal(0, report.Draws % 20);
        Assert.Equal(5, report.MostStable.Count);
        Assert.Equal(
            report.MostStable.OrderByDescending(s => s.Joint.Seq.Value).ThenByDescending(s => s.Joint.Smr.Value).ThenByDescending(s => s.Joint.Gmr.Value),
            report.MostStable);
        Assert.All(report.MostStable, state => Assert.True(state.Joint.Gmr.Value > 0));
        Assert.True(report.MostStable[0].Joint.Seq.Value >= report.Deal!.Joint.Seq.Value);
        Assert.All(report.Compliance, own => Assert.Equal(1, own.Restraints.Sum(restraint => restraint.Share.Value), 12));
    }

    [Fact]
    public void Asking_for_stability_changes_no_other_byte_and_the_number_of_threads_changes_none()
    {
        var uncertain = new Truce { Options = [Truce.Arm("left-arms", "left", 0, new TriangularRange(-50, 10, 60, "made up")), Truce.Arm("right-arms", "right", 1)] };
        var all = Bytes(uncertain, 1, [.. Scenario.DefaultAnalyses, Analysis.Stability]);
        Assert.Equal(all, Bytes(uncertain, 2, [.. Scenario.DefaultAnalyses, Analysis.Stability]));
        var without = JsonSerializer.Deserialize<JsonElement>(Bytes(uncertain, 1, [.. Scenario.DefaultAnalyses]));
        var with = JsonSerializer.Deserialize<JsonElement>(all);
        Assert.All(["Impacts", "Acceptance", "Effects"], part => Assert.Equal(without.GetProperty(part).GetRawText(), with.GetProperty(part).GetRawText()));
    }

    private static byte[] Bytes(Truce truce, int threads, Analysis[] analyses) => JsonSerializer.SerializeToUtf8Bytes(Evaluator.Evaluate(
        truce.Situation(), truce.Scenario(2_000, analyses), new EvaluationSettings(threads), TestContext.Current.CancellationToken));

    /// <summary>The four states' values written out, bit 0 for Left's option and bit 1 for Right's; equal up to rounding is a tie.</summary>
    private static Conflict ByHand(Truce truce, double[] shifts, double[] fear)
    {
        var values = new[] { new double[4], new double[4] };
        for (var state = 0; state < 4; state++)
        {
            double[] taken = [state & 1, state >> 1];
            double[] terms = [.. Enumerable.Range(0, 2).Select(k => Math.Clamp(truce.Terms[k] + (taken[k] * shifts[k]), 0, 100))];
            var level = Math.Clamp((taken[0] * fear[0]) + (taken[1] * fear[1]), -1, 1);
            values[1][state] = Value(truce.Right, terms, level, 0, 0);
            values[0][state] = Value(truce.Left, terms, level, truce.Left.Envy, 1 - values[1][state]);
        }

        (int, int)[][] moves = [[(1, 2), (2, 1), (3, 4), (4, 3)], [(1, 3), (3, 1), (2, 4), (4, 2)]];
        return Conflict.Published(4, moves, [[1, 2, 3, 4], [1, 2, 3, 4]]) with
        {
            Ranks = [.. values.Select(own => own.Select(value => (int)Math.Round(value * 1e8)).ToArray())],
        };
    }

    private static double Value(Truce.Side side, double[] terms, double fear, double envy, double othersLoss)
    {
        double[] parts = [.. terms.Select((x, k) => 1 - Math.Pow(Math.Abs(x - side.Ideals[k]) / Math.Max(side.Ideals[k], 100 - side.Ideals[k]), side.Shape))];
        var weights = side.Saliences.Sum() + side.Interaction + side.Fear + envy;
        return ((side.Saliences[0] * parts[0]) + (side.Saliences[1] * parts[1]) + (side.Interaction * parts[0] * parts[1])
            + (side.Fear * (1 - fear) / 2) + (envy * othersLoss)) / weights;
    }

    private static int Mask(IReadOnlyList<string> options) => (options.Contains("left-arms") ? 1 : 0) + (options.Contains("right-arms") ? 2 : 0);

    private static double[][] Shares(ConceptShares shares) => [Pair(shares.Nash), Pair(shares.Gmr), Pair(shares.Smr), Pair(shares.Seq)];

    private static double[] Pair(Estimate share) => [share.Value, share.StandardError];
}
