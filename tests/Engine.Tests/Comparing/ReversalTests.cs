using Parley.Engine.Comparing;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Comparing.Compared;

namespace Parley.Engine.Tests.Comparing;

/// <summary>Orders that turn round, made by hand.</summary>
public sealed class ReversalTests
{
    private static readonly Stakeholder Up = Stakeholder("up", Preference("issue", Point(100), Point(1)));
    private static readonly Stakeholder Down = Stakeholder("down", Preference("issue", Point(0), Point(1)));

    [Fact]
    public void Two_stakeholders_with_opposite_ideals_change_places_between_opposite_deals()
    {
        var comparison = Compare(Situation([Issue("issue")], [Up, Down]), Scenario(("issue", Point(80))), Scenario(("issue", Point(20))) with { Title = "Low" });
        var reversals = comparison.Pairs[0].Reversals;
        Assert.Equal([ImpactBaseline.NoDeal, ImpactBaseline.StatusQuo], reversals.Select(r => r.Baseline));
        Assert.All(reversals, r => Assert.Equal(("up", "down", 60.0, -60.0, ReversalVerdict.Reversed), (r.One, r.Other, Math.Round(r.UnderFirst.Value, 9), Math.Round(r.UnderSecond.Value, 9), r.Verdict)));
        Assert.Equal("Against no deal, up would gain more than down under “Small deal” and less under “Low”.", reversals[0].Text);
        Assert.All(comparison.Orders, order => Assert.Empty(order.Reversals));
        Assert.Equal(["a,b", "b,a"], comparison.Orders.Select(order => string.Join(',', order.Order)));
    }

    [Fact]
    public void Stakeholders_who_are_level_under_one_deal_are_seldom_said_to_change_places()
    {
        // Under the first deal both gain 0 on average; t(19) leaves 0 out on the wrong side in 2.5 % of the samples.
        const int seeds = 400;
        var situation = Situation([Issue("issue"), Issue("other")], [
            Stakeholder("up", Preference("issue", Point(100), Point(1)), Preference("other", Point(100), Range(0.5, 1, 4))),
            Stakeholder("down", Preference("issue", Point(0), Point(1)), Preference("other", Point(0), Range(0.5, 1, 4)))]);
        var level = Scenario(("issue", Range(20, 50, 80)), ("other", Range(20, 50, 80)));
        var low = Scenario(("issue", Point(20)));
        var found = Enumerable.Range(0, seeds)
            .SelectMany(seed => Compare(situation, SettingsOf(level) with { Seed = seed }, level, low).Pairs[0].Reversals)
            .Where(r => r.Baseline == ImpactBaseline.NoDeal)
            .CountBy(r => r.Verdict)
            .ToDictionary();
        Assert.InRange(found.GetValueOrDefault(ReversalVerdict.Reversed) / (double)seeds, 0, 0.025 + (3.5 * Math.Sqrt(0.025 * 0.975 / seeds)));
        Assert.InRange(found[ReversalVerdict.Undecided] / (double)seeds, 0.35, 0.6);
    }

    [Fact]
    public void With_loss_aversion_the_better_deal_can_depend_on_the_baseline()
    {
        // Against the status quo (50, 50) the bold deal loses 3·20 on one issue for a gain of 40 on the other; against no deal
        // (50, 20) it loses nothing.
        var party = Stakeholder("party", Preference("a", Point(100), Point(1)), Preference("b", Point(100), Point(1))) with { LossAversion = Point(3) };
        var situation = Situation([Issue("a"), Issue("b")], [party], [Outcome("worse", Point(1), ("b", Point(20)))]);
        var order = Compare(situation, Scenario() with { Title = "Timid" }, Scenario(("a", Point(90)), ("b", Point(30))) with { Title = "Bold" }).Orders.Single();
        var reversal = Assert.Single(order.Reversals);
        Assert.Equal(["b", "a"], order.Order);
        Assert.Equal((ReversalCause.Baseline, ReversalVerdict.Reversed, "a", "b"), (reversal.DependsOn, reversal.Verdict, reversal.First, reversal.Second));
        Assert.Equal((-10.0, 10.0), (Math.Round(reversal.One.Difference.Value, 9), Math.Round(reversal.Other.Difference.Value, 9)));
        Assert.Equal(
            "party would fare better under “Bold” against no deal after 10 years on average, but under “Timid” against the status quo after 10 years on average.",
            reversal.Text);
    }

    [Fact]
    public void What_a_deal_brings_about_late_can_turn_the_order_of_the_first_years_round()
    {
        var party = Stakeholder("party", Preference("issue", Point(100), Point(1))) with
        {
            EffectExposures = [new EffectExposure("burden", Direction.Less, Point(3), Source)],
        };
        var situation = Situation(
            [Issue("issue")],
            [party],
            effects: [Effect("burden")],
            links: [Link("late", new LinkSource.OfIssue("issue"), "burden", Point(2), delay: 5)]);
        var order = Compare(situation, Scenario(("issue", Point(90))), Scenario()).Orders.Single();
        Assert.Equal([ReversalCause.Horizon, ReversalCause.Horizon], order.Reversals.Select(r => r.DependsOn));
        Assert.All(order.Reversals, r => Assert.True(r is { Verdict: ReversalVerdict.Reversed, One.Difference.Value: < 0, Other: { Difference.Value: > 0, Horizon: ComparedHorizon.Short } }));
    }

    [Fact]
    public void A_deal_that_is_better_on_average_can_be_worse_in_most_draws()
    {
        // Triangular (0, 0, 100): mean 33.3, median 29.3.
        var order = Compare(Situation([Issue("issue")], [Up]), Scenario(("issue", Range(0, 0, 100))), Scenario(("issue", Point(31)))).Orders.Single();
        Assert.Equal([ReversalCause.Figure, ReversalCause.Figure], order.Reversals.Select(r => r.DependsOn));
        Assert.All(order.Reversals, r => Assert.True(r is { Verdict: ReversalVerdict.Reversed, One.Difference.Value: > 0, Other: { Difference.Value: < 0, Figure: ComparedFigure.Median } }));
    }

    [Fact]
    public void An_order_that_sampling_error_could_turn_round_is_not_called_decided()
    {
        // Both deals are the same on average for a party that weighs two uncertain issues by uncertain saliences.
        var party = Stakeholder("party", Preference("issue", Point(100), Range(1, 2, 9)), Preference("other", Point(100), Range(1, 2, 9)));
        var situation = Situation([Issue("issue"), Issue("other")], [party]);
        var orders = Enumerable.Range(0, 100).Select(seed => Compare(
            situation,
            new CommonSettings(200, seed, 10, 2),
            Scenario(("issue", Range(20, 50, 80))),
            Scenario(("other", Range(20, 50, 80)))).Orders.Single());
        Assert.InRange(orders.Count(order => !order.IsDecided), 85, 100);
    }

    [Fact]
    public void Who_gains_more_under_the_first_scenario_is_named_first_whoever_comes_first_in_the_situation()
    {
        var reversals = Compare(Situation([Issue("issue")], [Up, Down]), Scenario(("issue", Point(20))) with { Title = "Low" }, Scenario(("issue", Point(80)))).Pairs[0].Reversals;
        Assert.Equal(("up", "down"), (reversals[0].One, reversals[0].Other));
        Assert.Equal("Against no deal, down would gain more than up under “Low” and less under “Small deal”.", reversals[0].Text);
    }

    /// <summary>Each has an issue to itself: a and b change places by 40 and 1 points, c and d by 5 and 5.</summary>
    [Fact]
    public void The_clearest_reversal_stands_first_by_the_smaller_of_its_two_differences()
    {
        string[] ids = ["a", "b", "c", "d"];
        var situation = Situation([.. ids.Select(id => Issue(id))], [.. ids.Select(id => Stakeholder(id, Preference(id, Point(100), Point(1))))]);
        Scenario Deal(params double[] gains) => Scenario([.. ids.Zip(gains, (id, gain) => (id, Point(50 + gain)))]);
        var reversals = Compare(situation, Deal(40, 0, -40, -45), Deal(0, 1, -45, -40)).Pairs[0].Reversals;
        Assert.Equal(["c d NoDeal", "a b NoDeal", "c d StatusQuo", "a b StatusQuo"], reversals.Select(r => $"{r.One} {r.Other} {r.Baseline}"));
    }

    [Fact]
    public void What_is_decided_stands_before_what_sampling_error_could_turn_round_and_the_latter_says_so()
    {
        // Up and down are level under the first deal; by a hair, but for certain, so are the others under none.
        var situation = Situation([Issue("issue"), Issue("other"), Issue("hair")], [
            Stakeholder("up", Preference("issue", Point(100), Point(1)), Preference("other", Point(100), Range(0.5, 1, 4))),
            Stakeholder("down", Preference("issue", Point(0), Point(1)), Preference("other", Point(0), Range(0.5, 1, 4))),
            Stakeholder("pro", Preference("hair", Point(100), Point(1))),
            Stakeholder("con", Preference("hair", Point(0), Point(1)))]);
        var level = Scenario(("issue", Range(20, 50, 80)), ("other", Range(20, 50, 80)), ("hair", Point(50 + 1e-6)));
        var low = Scenario(("issue", Point(20)), ("hair", Point(50 - 1e-6)));
        var mixed = 0;
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var reversals = Compare(situation, SettingsOf(level) with { Seed = seed }, level, low).Pairs[0].Reversals.Where(r => r.Baseline == ImpactBaseline.NoDeal).ToArray();
            Assert.Equal(reversals.OrderBy(r => r.Verdict), reversals);
            Assert.All(reversals, r => Assert.Equal(
                r.Verdict == ReversalVerdict.Undecided, r.Text.EndsWith("by estimates that cannot both be told from sampling error.", StringComparison.Ordinal)));
            mixed += reversals.Length > 1 && reversals[^1] is { Verdict: ReversalVerdict.Undecided, One: "up", Other: "down" } ? 1 : 0;
        }

        Assert.InRange(mixed, 3, 20);
    }

    [Fact]
    public void Places_can_change_against_one_baseline_only()
    {
        // Without a deal the issue of a is 30 points worse than today: against that a is ahead under both.
        var situation = Situation(
            [Issue("a"), Issue("b")],
            [Stakeholder("a", Preference("a", Point(100), Point(1))), Stakeholder("b", Preference("b", Point(100), Point(1)))],
            [Outcome("worse", Point(1), ("a", Point(20)))]);
        var reversal = Assert.Single(Compare(situation, Scenario(("a", Point(60))), Scenario(("a", Point(40)))).Pairs[0].Reversals);
        Assert.Equal((ImpactBaseline.StatusQuo, 10.0, -10.0), (reversal.Baseline, Math.Round(reversal.UnderFirst.Value, 9), Math.Round(reversal.UnderSecond.Value, 9)));
        Assert.StartsWith("Against the status quo, a would gain more than b", reversal.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 year")]
    [InlineData(2, "2 years")]
    public void The_years_and_the_figure_that_an_order_depends_on_are_told(int shortHorizon, string years)
    {
        var party = Stakeholder("party", Preference("issue", Point(100), Point(1))) with
        {
            EffectExposures = [new EffectExposure("burden", Direction.Less, Point(3), Source)],
        };
        var situation = Situation([Issue("issue")], [party], effects: [Effect("burden")], links: [Link("late", new LinkSource.OfIssue("issue"), "burden", Point(2), delay: 5)]);
        var late = Compare(situation, new CommonSettings(200, 1, 10, shortHorizon), Scenario(("issue", Point(90))) with { Title = "More" }, Scenario() with { Title = "Less" }).Orders.Single().Reversals[0];
        Assert.Equal($"party would fare better under “Less” against no deal after 10 years on average, but under “More” against no deal after {years} on average.", late.Text);

        var skewed = Compare(Situation([Issue("issue")], [Up]), Scenario(("issue", Range(0, 0, 100))) with { Title = "Skewed" }, Scenario(("issue", Point(31))) with { Title = "Sure" }).Orders.Single().Reversals[0];
        Assert.Equal("up would fare better under “Skewed” against no deal after 10 years on average, but under “Sure” against no deal after 10 years in most draws.", skewed.Text);
    }

    [Fact]
    public void An_order_is_decided_only_where_every_step_of_it_is()
    {
        var party = Stakeholder("party", Preference("issue", Point(100), Range(1, 2, 9)), Preference("other", Point(100), Range(1, 2, 9)));
        var situation = Situation([Issue("issue"), Issue("other")], [party]);
        var orders = Enumerable.Range(0, 40).Select(seed => Compare(
            situation,
            new CommonSettings(200, seed, 10, 2),
            Scenario(("issue", Point(95)), ("other", Point(95))), // The best by far.
            Scenario(("issue", Range(20, 50, 80))),
            Scenario(("other", Range(20, 50, 80)))).Orders.Single());
        Assert.All(orders, order => Assert.Equal("a", order.Order[0]));
        Assert.InRange(orders.Count(order => !order.IsDecided), 34, 40);
    }

    /// <summary>10⁻¹² of a scale of 100 points is rounding, ten times as much is a difference.</summary>
    [Theory]
    [InlineData(4e-11, true)]
    [InlineData(4e-10, false)]
    public void A_difference_that_could_be_rounding_is_none(double more, bool isNone)
    {
        var comparison = Compare(Situation([Issue("issue")], [Up]), Scenario(("issue", Point(80 + more))), Scenario(("issue", Point(80))));
        var impact = comparison.Pairs[0].Impacts[0].NoDeal.Impact;
        Assert.Equal(isNone ? (0, 1) : (1, 0), (impact.ProbabilityHigher.Value, impact.ProbabilityEqual.Value));
        Assert.Equal(!isNone, comparison.Orders.Single().IsDecided);
    }
}
