using CsCheck;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Offering.Deals;

namespace Parley.Engine.Tests.Offering;

/// <summary>Why there is no offer.</summary>
public sealed class ClashTests
{
    private static readonly StakeholderCost[] Costs = [new("one", Point(100)), new("two", Point(100))];

    /// <summary>One needs x ≥ 60, the other x ≤ 40.</summary>
    private static readonly Stakeholder[] Two =
        [Stakeholder("up", Wants("x", 100)) with { Margin = Point(10) }, Stakeholder("down", Wants("x", 0)) with { Margin = Point(10) }];

    /// <summary>They need y ≥ 60, z ≥ 60 and y + z ≤ 110.</summary>
    private static readonly Stakeholder[] Three =
    [
        Stakeholder("first", Wants("y", 100)) with { Margin = Point(10) },
        Stakeholder("second", Wants("z", 100)) with { Margin = Point(10) },
        Stakeholder("payer", Wants("y", 0), Wants("z", 0)) with { Margin = Point(-5) },
    ];

    [Fact]
    public void Red_lines_that_do_not_meet_are_the_smallest_clashing_set_with_their_gap()
    {
        var situation = Build.Situation(
            [Issue("a"), Issue("b")],
            [Stakeholder("one", Wants("a", 100, line: AtLeast(60)), Wants("b", 100, line: AtLeast(40))), Stakeholder("two", Wants("a", 0, line: AtMost(45)), Wants("b", 0, line: AtMost(55)))],
            costs: Costs);
        var report = Offers(situation, Scenario(("a", Point(50)), ("b", Point(50))));
        Assert.Empty(report.Offers);
        var clash = report.Clash!;
        Assert.Equal([("one", "a"), ("two", "a")], clash.Smallest.Select(m => (m.Stakeholder, m.Issue)));
        Assert.True(clash.IsProven && clash.IsMinimal && clash.IsSmallest);
        var gap = Assert.Single(clash.Gaps);
        Assert.Equal((45.0, 60.0, 15.0), (gap.From, gap.To, gap.Points));
        Assert.Equal((0.0, 0.0), (clash.BestReachable, clash.ReachableAtMost));
        Assert.True(clash.OtherwisePossible);
        Assert.Equal([OfferKind.GiveWay, OfferKind.GiveWay, OfferKind.Halfway], clash.Nearest.Select(o => o.Kind));
        Assert.Equal(["one", "two", null], clash.Nearest.Select(o => o.Giver));
        Assert.Equal([45.0, 60, 52.5], clash.Nearest.Select(o => Moved(o, "a")));
        (string, string?, RedLineSide?, double?)[] lines = [("one", "a", RedLineSide.AtLeast, 60), ("two", "a", RedLineSide.AtMost, 45)];
        Assert.Equal([lines[..1], lines[1..], lines], clash.Nearest.Select(o => o.SetAside!.Select(line => (line.Stakeholder, line.Issue, line.Side, line.Bound)).ToArray()));
        Assert.Equal([15.0], clash.Nearest[0].Crossed.Select(c => c.Points));
        Assert.Equal("The red lines of one and two on “a” do not meet.", gap.Text);
        Assert.DoesNotContain(gap.Text, report.Text, StringComparison.Ordinal);
    }

    /// <summary>What is set aside is whatever the offer crosses that its giver, or one without whose consent it does not sign, would not.</summary>
    [Fact]
    public void Who_gives_way_sets_aside_the_lines_of_its_ratifiers_too_and_no_others()
    {
        var situation = Build.Situation(
            [Issue("a"), Issue("b")],
            [
                Stakeholder("one", Wants("a", 100, line: AtLeast(60)), Wants("b", 100, line: AtLeast(40))) with { RatifiedBy = ["house"] },
                Stakeholder("house", Wants("a", 100, line: AtLeast(50))) with { Name = "The house", Role = StakeholderRole.Influencer },
                Stakeholder("two", Wants("a", 0, line: AtMost(45))),
            ],
            costs: [.. Costs, new("house", Point(100))]);
        var way = Offers(situation, Scenario(("a", Point(50)), ("b", Point(50)))).Clash!.Nearest.Single(offer => offer.Giver == "one");
        Assert.Equal([("one", "a"), ("house", "a")], way.SetAside!.Select(line => (line.Stakeholder, line.Issue)));
        Assert.Equal(["one", "house"], way.Crossed.Select(shortfall => shortfall.Condition.Stakeholder).OrderDescending());
        Assert.Contains("if the red line of one on “a” is set aside (and that of The house, without whose consent one would not sign, on “a”), and not otherwise.", way.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_red_line_beyond_what_may_be_offered_is_a_clash_and_no_offer_goes_beyond() => Gen.Select(Gen.Double[50, 100], Gen.Double[0.01, 30]).Sample(
        (line, missing) =>
        {
            // Also where less than the tenth of a point to which the middle is rounded is missing.
            var most = line - Math.Min(missing, line - 1) * (missing < 1 ? 0.1 : 1);
            var situation = Build.Situation([Issue("a")], [Stakeholder("one", Wants("a", 100, line: AtLeast(line)))], costs: Costs);
            var request = CounterOfferRequest.Default with { Limits = [new TermLimit("a", false, 0, most)] };
            var clash = Offers(situation, Scenario(("a", Point(40))), request).Clash!;
            Assert.Equal(["one"], clash.Smallest.Select(member => member.Stakeholder));
            Assert.All(clash.Nearest.SelectMany(offer => offer.Moves), move => Assert.InRange(move.To, 0, most));
        },
        iter: 20,
        threads: 1);

    [Fact]
    public void Red_lines_that_meet_now_and_then_bound_what_can_be_reached_and_it_is_reached()
    {
        // Lines over 40–60 and 30–50: at 45 each is kept in an eighth of the draws.
        var situation = Build.Situation(
            [Issue("a")],
            [
                Stakeholder("one", Wants("a", 100, line: Between(RedLineSide.AtLeast, 40, 60))),
                Stakeholder("two", Wants("a", 0, line: Between(RedLineSide.AtMost, 30, 50))),
            ],
            costs: Costs);
        var clash = Offers(situation, Scenario(("a", Point(70)))).Clash!;
        Assert.InRange(clash.ReachableAtMost, 0.115, 0.135);
        Assert.InRange(clash.BestReachable, clash.ReachableAtMost - 0.01, clash.ReachableAtMost);
        Assert.Equal(OfferKind.MostAccepted, clash.Nearest[0].Kind);
        Assert.InRange(Moved(clash.Nearest[0], "a"), 44, 46);
    }

    [Fact]
    public void Values_that_cannot_be_met_together_clash_though_each_can_alone()
    {
        var situation = TwoSides(("a", 50, 50));
        situation = situation with { Stakeholders = [.. situation.Stakeholders.Select(s => s with { Margin = Point(10) })] };
        var report = Offers(situation, Scenario(("a", Point(50))));
        Assert.Empty(report.Offers);
        Assert.Equal([("high", null), ("low", null)], report.Clash!.Smallest.Select(m => (m.Stakeholder, m.Issue)));
        Assert.False(report.Clash.IsProven);
        Assert.True(report.Clash.IsMinimal);
        Assert.Null(report.Clash.OtherwisePossible);
        Assert.Equal(0, report.Clash.BestReachable);
    }

    [Fact]
    public void Whatever_clashes_is_minimal() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, terms) = RandomBargain.Make(seed, 2);
            var scenario = Ask(Scenario(terms));
            var report = Evaluate(situation, scenario).CounterOffers!;
            var grid = new GridOracle(situation, scenario);
            Assert.Equal(report.Clash is null, report.Offers.Count > 0);
            if (report.Clash is not { IsMinimal: true } clash)
            {
                return;
            }

            var set = clash.Smallest.Select(grid.Condition).ToArray();
            Assert.False(grid.CanBeMet(set), "the set can be met");
            Assert.All(set, one => Assert.True(set.Length == 1 || grid.CanBeMetBetween([.. set.Where(c => c != one)]), "a member is not needed"));
            Assert.True(set.Length < 3 || !clash.IsSmallest || grid.Pairs().All(grid.CanBeMetBetween), "two would do");
        },
        iter: 12,
        threads: 1);

    /// <summary>
    /// Leaving out one stakeholder after another ends with the three who come last: an irreducible clash, which hides that of
    /// the two who come first.
    /// </summary>
    [Fact]
    public void The_smallest_clash_is_found_also_where_a_larger_one_comes_last()
    {
        var report = Offers(Build.Situation([Issue("x"), Issue("y"), Issue("z")], [.. Two, .. Three]), Scenario());
        Assert.Equal(["up", "down"], report.Clash!.Smallest.Select(m => m.Stakeholder));
        Assert.True(report.Clash.IsMinimal && report.Clash.IsSmallest);
        Assert.Equal(
            "These cannot be had together, though either could be left out: the deal is worth it to up and the deal is worth it to down."
                + " That rests on a search that found nothing, not on a proof.",
            report.Clash.Text);
    }

    [Fact]
    public void Three_who_clash_only_together_are_the_smallest_clash()
    {
        var report = Offers(Build.Situation([Issue("y"), Issue("z")], Three), Scenario());
        Assert.Equal(["first", "second", "payer"], report.Clash!.Smallest.Select(m => m.Stakeholder));
        Assert.True(report.Clash.IsMinimal && report.Clash.IsSmallest);
        Assert.Equal(
            "These cannot be had together, though any of them could be left out: the deal is worth it to first; the deal is worth it to second"
                + " and the deal is worth it to payer. That rests on a search that found nothing, not on a proof.",
            report.Clash.Text);
    }

    private static ClashMember Worth(string id) => new(id, id, null, null, null, null);

    [Theory]
    [InlineData(true, false, "though any of them could be left out", true)]
    [InlineData(false, false, "though perhaps not all of them are to blame", true)]
    [InlineData(true, true, "though any of them could be left out", false)]
    public void A_clash_says_no_more_than_was_shown(bool isMinimal, bool isSmallest, string needed, bool warns)
    {
        ClashMember[] members = [Worth("one"), Worth("two"), Worth("three")];
        var text = OfferWording.Clash(members, false, isMinimal, isSmallest, null);
        Assert.Contains(needed, text, StringComparison.Ordinal);
        Assert.Contains("the red line of four on “a”", OfferWording.Clash([Worth("one"), Worth("two") with { Stakeholder = "four", Name = "four", Issue = "a", IssueName = "a" }], false, isMinimal, isSmallest, null), StringComparison.Ordinal);
        Assert.Equal(warns, text.EndsWith(" That rests on a search that found nothing, not on a proof. Fewer conditions may clash elsewhere.", StringComparison.Ordinal));
    }
}
