using Parley.Engine.Evaluating;
using Parley.Engine.Measuring;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Measuring;

/// <summary>What must hold of the measures whatever the numbers.</summary>
public sealed class MeasuringTests
{
    /// <summary>Shares are counts over draws, averaged over 20 blocks; distances are sums over draws.</summary>
    private const double Rounding = 1e-12;

    private const int Draws = 2_000;

    private static readonly OutcomeEvent Calm = new("calm", 2, Direction.More, 0.05);

    [Fact]
    public void The_four_combinations_are_counted_in_the_draws_and_add_up_to_1_and_to_each_single_probability()
    {
        var pair = Pair(Calm, new OutcomeEvent("safety", 10, Direction.Less, -0.02)).Value!;
        double[] draws = [.. new[] { pair.Both, pair.ShortOnly, pair.LongOnly, pair.Neither }.Select(share => Math.Round(share.Value * Draws))];
        Assert.Equal(Draws, draws.Sum());
        Assert.All(draws, count => Assert.InRange(count, 1, Draws));
        Assert.Equal(1, pair.Both.Value + pair.ShortOnly.Value + pair.LongOnly.Value + pair.Neither.Value, Rounding);
        Assert.Equal(pair.Short.Probability.Value, pair.Both.Value + pair.ShortOnly.Value, Rounding);
        Assert.Equal(pair.Long.Probability.Value, pair.Both.Value + pair.LongOnly.Value, Rounding);
        Assert.True(pair.Both.StandardError > 0);
    }

    [Fact]
    public void An_event_with_itself_or_its_opposite_is_no_product_of_single_probabilities()
    {
        var same = Pair(Calm, Calm).Value!;
        Assert.InRange(same.Both.Value, 0.1, 0.9);
        Assert.Equal((same.Short.Probability.Value, 0, 0), (same.Both.Value, same.ShortOnly.Value, same.LongOnly.Value));
        var opposite = Pair(Calm, Calm with { Wants = Direction.Less }).Value!;
        Assert.Equal((0, 0), (opposite.Both.Value, opposite.Neither.Value));
    }

    [Fact]
    public void Reaching_the_threshold_exactly_counts_on_either_side()
    {
        // In year 1 nothing has moved safety yet, so its level is 0 to the last digit.
        var still = new OutcomeEvent("safety", 1, Direction.More, 0);
        var pair = Pair(still, still with { Wants = Direction.Less }).Value!;
        Assert.Equal(1, pair.Both.Value);
    }

    [Fact]
    public void An_event_beyond_the_horizon_gets_a_reason_and_no_number()
    {
        var answer = Pair(Calm, new OutcomeEvent("safety", 11, Direction.More, 0.1));
        Assert.Null(answer.Value);
        Assert.Equal("“safety” is asked for in year 11, beyond the horizon of 10.", answer.Reason);
    }

    [Fact]
    public void A_situation_without_measures_gets_a_reason_for_each_and_no_number()
    {
        var report = Evaluate(Situation([Issue("issue")], [Party("a", 50)]), Scenario()).Measures!;
        Assert.Equal((null, null, null), (report.OutcomePair.Value, report.Subordination.Value, report.Legality.Value));
        Assert.All([report.OutcomePair.Reason, report.Subordination.Reason, report.Legality.Reason], reason => Assert.NotEmpty(reason!));
    }

    [Fact]
    public void A_deal_at_the_principals_ideal_is_as_far_towards_them_as_the_others_are_away()
    {
        var report = Subordination(Point(90), principals: [90], others: [30, 10]);
        Assert.Equal([0.0], report.Principals.Select(s => s.Distance.Value));
        Assert.Equal([0.6, 0.8], report.Others.Select(s => Math.Round(s.Distance.Value, 12)));
        Assert.Equal(0.7, report.Mean.Value, Rounding);
        Assert.Equal(1, report.ProbabilityCloserToPrincipals.Value);
    }

    [Fact]
    public void Swapping_the_sides_turns_the_sign()
    {
        var one = Subordination(Range(20, 50, 70), principals: [80, 60], others: [10, 30, 45]);
        var other = Subordination(Range(20, 50, 70), principals: [10, 30, 45], others: [80, 60]);
        Assert.Equal(-one.Mean.Value, other.Mean.Value, Rounding);
        Assert.Equal(-one.Low80.Value, other.High80.Value, Rounding);
        Assert.Equal(1, one.ProbabilityCloserToPrincipals.Value + other.ProbabilityCloserToPrincipals.Value, Rounding);
        Assert.Equal(one.OthersMean.Value - one.PrincipalsMean.Value, one.Mean.Value, Rounding);
        Assert.Equal(one.OthersMean.Value, one.Others.Average(s => s.Distance.Value), Rounding);
        Assert.InRange(one.ProbabilityCloserToPrincipals.Value, 0.05, 0.95);
    }

    [Fact]
    public void A_deal_half_way_between_both_sides_is_nobodys()
    {
        var report = Subordination(Point(50), principals: [80], others: [20]);
        Assert.Equal(0, report.Mean.Value, Rounding);
        Assert.Equal(0, report.ProbabilityCloserToPrincipals.Value);
    }

    [Fact]
    public void A_term_is_lawful_up_to_its_bound_in_the_share_of_draws_that_its_range_leaves()
    {
        LegalityTest Test(string id, RedLineSide side, double bound) => new(id, id, "issue", side, bound, "The rule.", "law:1");
        var situation = Situation([Issue("issue")], [Party("a", 50)]) with
        {
            Measures = new Measures(null, null, [Test("least", RedLineSide.AtLeast, 60), Test("most", RedLineSide.AtMost, 60), Test("all", RedLineSide.AtLeast, 40)]),
        };
        var panel = Evaluate(situation, Scenario(("issue", Range(40, 60, 80))) with { Draws = Draws }).Measures!.Legality.Value!;
        Assert.Equal([0.5, 0.5, 1], panel.Select(test => Math.Round(test.Lawful.Value, 12)));
        Assert.All(panel, test => Assert.Equal(("The rule.", "law:1"), (test.Test.Text, test.Test.Source)));
        var touching = Evaluate(situation, Scenario(("issue", Point(60)))).Measures!.Legality.Value!;
        Assert.All(touching, test => Assert.Equal(1, test.Lawful.Value));
    }

    [Fact]
    public void What_is_lawful_or_not_changes_nobodys_impact_or_acceptance()
    {
        var plain = ReferenceSize.Situation() with { Measures = new Measures(null, null, []) };
        var scenario = ReferenceSize.Scenario(draws: 200);
        var (with, without) = (Evaluate(ReferenceSize.Situation(), scenario), Evaluate(plain, scenario));
        static string Others(Evaluation evaluation) => Json.Of(evaluation with { Measures = null, Narration = null });
        Assert.Equal(Others(without), Others(with));
    }

    /// <summary>The terms move calm for better and, two years later, safety for worse.</summary>
    private static Answer<OutcomePairReport> Pair(OutcomeEvent early, OutcomeEvent late)
    {
        var situation = Situation(
            [Issue("issue")],
            [Party("a", 50)],
            effects: [Effect("calm"), Effect("safety")],
            links:
            [
                Link("quick", new LinkSource.OfIssue("issue"), "calm", Range(0.1, 0.5, 1)),
                Link("slow", new LinkSource.OfEffect("calm"), "safety", Range(-0.9, -0.4, 0.3), delay: 2),
            ]) with
        {
            Measures = new Measures(null, new OutcomePair(early, late, Source), []),
        };
        return Evaluate(situation, Scenario(("issue", Range(40, 60, 80))) with { Draws = Draws }).Measures!.OutcomePair;
    }

    private static SubordinationReport Subordination(TriangularRange terms, double[] principals, double[] others)
    {
        string[] first = [.. principals.Select((_, i) => $"principal-{i}")];
        string[] second = [.. others.Select((_, i) => $"other-{i}")];
        Stakeholder[] parties = [.. first.Concat(second).Zip(principals.Concat(others), Party)];
        var situation = Situation([Issue("issue")], parties) with { Measures = new Measures(new Subordination(first, second, Source), null, []) };
        var scenario = Scenario(("issue", terms)) with { Draws = Draws, Analyses = [Analysis.Measures] };
        return Evaluate(situation, scenario).Measures!.Subordination.Value!;
    }

    private static Stakeholder Party(string id, double ideal) => Stakeholder(id, Preference("issue", Point(ideal), Range(5, 10, 15)));
}
