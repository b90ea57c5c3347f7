using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Offering.Deals;

namespace Parley.Engine.Tests.Offering;

/// <summary>Bargains with a known cheapest way out.</summary>
public sealed class CounterOfferTests
{
    /// <summary>Terms are read to a tenth of a point.</summary>
    private const double Grain = 0.1 + 1e-6;

    [Fact]
    public void A_term_beyond_the_bargaining_range_comes_to_its_nearest_end()
    {
        // No deal means 50. The low side would lose 20 points at 70 and war costs it 12, so that it signs up to 62.
        var situation = Build.Situation(
            [Issue("border")],
            [Stakeholder("high", Wants("border", 100)), Stakeholder("low", Wants("border", 0))],
            costs: [new StakeholderCost("low", Point(12))]);
        var offer = Offers(situation, Scenario(("border", Point(70)))).Offers[0];
        var move = Assert.Single(offer.Moves);
        Assert.Equal((70.0, "border"), (move.From, move.Issue));
        Assert.InRange(move.To, 62 - Grain, 62);
        Assert.Equal(offer.Cost, 70 - move.To, 1e-9);
        Assert.True(offer.Certified);
        Assert.Equal("high", move.Costs!.Stakeholder);
        Assert.Equal("low", move.Pleases!.Stakeholder);
        Assert.Equal(70 - move.To, move.Pleases.Points.Value, 1e-9);
    }

    [Fact]
    public void Two_issues_that_matter_differently_are_traded()
    {
        // At 50 and 50 nobody gains; each asks for a margin of 10. The high side cares for a with weight 0.8, the low side for
        // b. Raising a by x and lowering b by y is worth 0.8x − 0.2y to one and 0.8y − 0.2x to the other: x = y = 10/0.6.
        var situation = TwoSides(("a", 80, 20), ("b", 20, 80));
        situation = situation with { Stakeholders = [.. situation.Stakeholders.Select(s => s with { Margin = Point(10) })] };
        var offer = Offers(situation, Scenario(("a", Point(50)), ("b", Point(50)))).Offers[0];
        Assert.InRange(Moved(offer, "a"), 50 + (10 / 0.6) - Grain, 50 + (10 / 0.6) + (2 * Grain));
        Assert.InRange(Moved(offer, "b"), 50 - (10 / 0.6) - (2 * Grain), 50 - (10 / 0.6) + Grain);
    }

    [Theory]
    [InlineData(1, 3, "a")]
    [InlineData(3, 1, "b")]
    public void The_issue_that_is_cheap_to_move_is_moved(double costOfA, double costOfB, string moved)
    {
        var situation = Build.Situation(
            [Issue("a") with { CostOfMoving = Point(costOfA) }, Issue("b") with { CostOfMoving = Point(costOfB) }],
            [Stakeholder("one", Wants("a", 100), Wants("b", 100)) with { Margin = Point(10) }]);
        var offer = Offers(situation, Scenario(("a", Point(50)), ("b", Point(50)))).Offers[0];
        Assert.Equal(moved, Assert.Single(offer.Moves).Issue);
        Assert.InRange(Moved(offer, moved), 70, 70 + Grain);
        Assert.InRange(offer.Cost, 20, 20 + Grain);
    }

    [Fact]
    public void An_override_of_the_cost_of_moving_decides_what_is_moved()
    {
        var situation = Build.Situation([Issue("a"), Issue("b")], [Stakeholder("one", Wants("a", 100), Wants("b", 100)) with { Margin = Point(10) }]);
        var scenario = Scenario(("a", Point(50)), ("b", Point(50))) with { Overrides = [new Override("/issues/a/costOfMoving", Range(1, 5, 6))] };
        var report = Offers(situation, scenario);
        Assert.Equal("b", Assert.Single(report.Offers[0].Moves).Issue);
        Assert.Equal(5, report.Terms[0].CostOfMoving);
    }

    [Fact]
    public void The_sentence_of_an_offer_says_from_where_to_where_every_term_moves()
    {
        var report = Offers(TwoSides(("a", 50, 10), ("b", 10, 50)), Scenario(("a", Point(0)), ("b", Point(0))));
        Assert.All(report.Offers, offer => Assert.All(offer.Moves, move =>
            Assert.Contains(FormattableString.Invariant($"“{move.Name}” from {move.From:0} to {move.To:0}"), offer.Text, StringComparison.Ordinal)));
        Assert.Distinct(report.Offers.Select(offer => offer.Text));
    }

    [Fact]
    public void A_sentence_of_many_moves_tells_the_four_costliest_and_that_there_are_others()
    {
        (string, double, double)[] saliences = [.. "abcdefg".Select(issue => ($"{issue}", 50.0, 1.0))];
        var situation = TwoSides(saliences) with { Stakeholders = [.. TwoSides(saliences).Stakeholders.Select(s => s with { Margin = Point(35) })] };
        var offer = Offers(
            situation with { Stakeholders = [situation.Stakeholders[0]] },
            Scenario([.. saliences.Select(s => (s.Item1, Point(10)))])).Offers[0];
        Assert.InRange(offer.Moves.Count, 6, 7);
        Assert.Contains("and other terms that cost less to move", offer.Text, StringComparison.Ordinal);
        Assert.All(offer.Moves.Take(4), move => Assert.Contains($"“{move.Name}” from 10", offer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_deal_that_is_signed_as_it_is_needs_no_change()
    {
        var report = Offers(TwoSides(("a", 50, 50)), Scenario(("a", Point(50))));
        var offer = Assert.Single(report.Offers);
        Assert.Empty(offer.Moves);
        Assert.Equal(0, offer.Cost);
        Assert.True(offer.Certified);
        Assert.False(offer.Fragile);
        Assert.StartsWith("Nothing needs to change", report.Text, StringComparison.Ordinal);
        Assert.All(offer.Changes, change => Assert.Equal(0, change.Points.Value));
        Assert.Null(report.Clash);
    }

    [Fact]
    public void What_is_left_open_or_not_mentioned_starts_at_its_most_likely_value()
    {
        var scenario = Scenario(("a", Range(20, 45, 60))) with { };
        scenario = scenario with { Terms = [scenario.Terms[0] with { Specified = false }] };
        var report = Offers(Build.Situation([Issue("a"), Issue("b")], [Stakeholder("one", Wants("a", 100), Wants("b", 0))]), scenario);
        Assert.Equal([(45.0, Evaluating.TermOrigin.Open), (50.0, Evaluating.TermOrigin.StatusQuo)], report.Terms.Select(t => (t.Start, t.Origin)));
    }

    [Fact]
    public void A_ratifier_has_to_be_won_too()
    {
        var situation = Build.Situation(
            [Issue("a")],
            [
                Stakeholder("government", Wants("a", 50)) with { RatifiedBy = ["public"] },
                Stakeholder("public", Wants("a", 100, line: AtLeast(60))) with { Role = StakeholderRole.Influencer },
            ],
            costs: [new StakeholderCost("government", Point(50))]);
        var report = Offers(situation, Scenario(("a", Point(50))));
        Assert.Equal(60, Moved(report.Offers[0], "a"));
        Assert.Equal(["government", "public"], report.Original!.Stakeholders.Select(s => s.Stakeholder));
    }

    [Fact]
    public void Where_nobody_can_refuse_there_is_a_reason_and_nothing_else()
    {
        var situation = Build.Situation([Issue("a")], [Stakeholder("one", Wants("a", 100)) with { Role = StakeholderRole.Affected }]);
        var report = Offers(situation, Scenario(("a", Point(50))));
        Assert.Equal("The situation has no veto player, so that nobody can refuse a deal.", report.Reason);
        Assert.Empty(report.Offers);
        Assert.Null(report.Search);
    }

    [Fact]
    public void Jointly_asks_more_than_each()
    {
        // Independent lines: what each keeps with probability ½ both keep with ¼.
        var situation = Build.Situation(
            [Issue("a"), Issue("b")],
            [
                Stakeholder("one", Wants("a", 100, line: Between(RedLineSide.AtLeast, 40, 60)), Wants("b", 100)),
                Stakeholder("two", Wants("b", 100, line: Between(RedLineSide.AtLeast, 40, 60)), Wants("a", 100)),
            ]);
        var scenario = Scenario(("a", Point(45)), ("b", Point(45)));
        // A deal worse than none would be refused for its value; without one both lose.
        situation = situation with { Baselines = situation.Baselines with { NoDeal = situation.Baselines.NoDeal with { Costs = [new("one", Point(60)), new("two", Point(60))] } } };
        var each = Offers(situation, scenario).Offers[0];
        var jointly = Offers(situation, scenario, CounterOfferRequest.Default with { Constraint = OfferConstraint.Jointly }).Offers[0];
        Assert.InRange(each.Acceptance.Joint.Fixed.Value, 0.2, 0.3);
        Assert.InRange(jointly.Acceptance.Joint.Fixed.Value, 0.5, 0.53);
        Assert.True(jointly.Cost > each.Cost + 2);
    }

    [Fact]
    public void A_fixed_term_stays_and_a_bounded_one_stays_within_its_bounds()
    {
        var situation = TwoSides(("a", 50, 50), ("b", 50, 50));
        situation = situation with { Stakeholders = [situation.Stakeholders[0] with { Margin = Point(10) }, situation.Stakeholders[1] with { Margin = Point(-40) }] };
        var scenario = Scenario(("a", Point(50)), ("b", Point(50)));
        var limits = new TermLimit[] { new("a", true), new("b", false, 0, 75) };
        Assert.InRange(Moved(Offers(situation, scenario, CounterOfferRequest.Default with { Limits = limits }).Offers[0], "b"), 70, 70 + Grain);
        Assert.Equal(["b"], Offers(situation, scenario, CounterOfferRequest.Default with { Limits = limits }).Terms.Select(t => t.Issue));

        limits[1] = new("b", false, 0, 65);
        var none = Offers(situation, scenario, CounterOfferRequest.Default with { Limits = limits });
        Assert.Empty(none.Offers);
        Assert.Equal(("high", null), (Assert.Single(none.Clash!.Smallest).Stakeholder, none.Clash.Smallest[0].Issue));
    }

    [Fact]
    public void Offers_that_hang_on_the_draws_of_the_search_are_fragile_and_their_sturdier_form_is_not()
    {
        // Several wide red lines, all of which have to hold: a hypercube knows each of them well, but not all together.
        string[] ids = ["a", "b", "c", "d", "e"];
        var situation = Build.Situation(
            [.. ids.Select(Issue)],
            [Stakeholder("one", [.. ids.Select(id => Wants(id, 100, line: Between(RedLineSide.AtLeast, 20, 90)))])],
            costs: [new StakeholderCost("one", Point(80))]);
        var offer = Offers(situation, Scenario([.. ids.Select(id => (id, Point(30)))])).Offers[0];
        Assert.True(offer.Fragile);
        Assert.False(offer.Sturdier!.Fragile);
        Assert.True(offer.Sturdier.Cost > offer.Cost);
        var probability = offer.Acceptance.Stakeholders[0].Probability;
        Assert.NotEqual(probability.Fixed.Value, probability.Fresh.Value);
        Assert.InRange(Math.Abs(probability.Fixed.Value - probability.Fresh.Value), 0, 0.05);
    }
}
