using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class ShippedSituationTests
{
    private static readonly Situation[] Situations = [.. Shipped.Situations().Select(s => s.Value)];
    private static readonly Situation Situation = Situations.Single(s => s.Id == "ukraine-settlement");

    [Fact]
    public void Every_issue_is_worded_at_four_anchors_or_more() =>
        Assert.All(Situations.SelectMany(s => s.Issues), i => Assert.True(i.Anchors.Count >= 4, i.Id));

    [Fact]
    public void Every_stakeholder_has_a_view_on_every_issue() => Assert.All(Situations, situation => Assert.All(
        situation.Stakeholders,
        s => Assert.Equal(situation.Issues.Select(i => i.Id), s.Preferences.Select(p => p.Issue))));

    [Fact]
    public void Ukraine_Russia_and_the_United_States_can_each_refuse_and_the_Ukrainian_public_ratifies()
    {
        var vetoes = Situation.Stakeholders.Where(s => s.Role == StakeholderRole.Veto).Select(s => s.Id);
        Assert.Equal(["ukraine", "russia", "united-states"], vetoes);
        Assert.Equal(["ukrainian-public"], Situation.Stakeholders.Single(s => s.Id == "ukraine").RatifiedBy);
    }

    [Fact]
    public void Neither_side_wins_in_any_outcome_of_no_deal() => Assert.All(Situation.Baselines.NoDeal.Outcomes, outcome =>
    {
        var control = outcome.Values.Single(v => v.Issue == "territorial-control").Value;
        Assert.InRange(control.Low, 25, control.High); // 25: Ukraine has lost the rest of Donetsk.
        Assert.InRange(control.High, control.Low, 75); // 75: Russia is back on the line of 23 February 2022.
    });

    [Fact]
    public void Continued_war_costs_everyone_something() => Assert.Equal(
        Situation.Stakeholders.Select(s => s.Id),
        Situation.Baselines.NoDeal.Costs.Where(c => c.Cost.Low > 0).Select(c => c.Stakeholder));

    [Fact]
    public void A_bargain_between_the_principals_is_held_against_every_European_interest()
    {
        Assert.Equal(["united-states", "russia"], Situation.Measures.Subordination!.Principals);
        Assert.Superset(
            new HashSet<string> { "ukraine", "ukrainian-public", "european-union", "e3", "poland", "baltic-states" },
            Situation.Measures.Subordination.Others.ToHashSet());
    }
}
