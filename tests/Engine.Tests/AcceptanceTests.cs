using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests;

/// <summary>What must hold of acceptance whatever the numbers.</summary>
public sealed class AcceptanceTests
{
    /// <summary>Shares are counts over draws, averaged over 20 blocks.</summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void Acceptance_and_the_reasons_of_refusal_add_up_to_all_draws() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            foreach (var stakeholder in Evaluate(situation, scenario).Acceptance!.Stakeholders)
            {
                Assert.Equal(1, stakeholder.Probability.Value + stakeholder.Blocking.Sum(b => b.Share.Value), Rounding);
            }
        },
        iter: Effort.Of(200),
        threads: 1);

    [Fact]
    public void A_crossed_red_line_is_a_refusal_however_high_the_sum()
    {
        var party = Stakeholder(
            "party", Preference("prize", Point(100), Point(1_000)), Preference("line", Point(0), Point(1), redLine: AtMost(50)));
        var situation = Situation([Issue("prize"), Issue("line")], [party], costs: [new StakeholderCost("party", Point(100))]);
        var crossing = Evaluate(situation, Scenario(("prize", Point(100)), ("line", Point(50.001)))).Acceptance!.Stakeholders[0];
        Assert.Equal(0, crossing.Probability.Value);
        Assert.Equal((BlockingKind.RedLine, "line"), (crossing.Blocking.Single().Kind, crossing.Blocking.Single().Id));
        var touching = Evaluate(situation, Scenario(("prize", Point(100)), ("line", Point(50)))).Acceptance!.Stakeholders[0];
        Assert.Equal(1, touching.Probability.Value);
    }

    [Fact]
    public void A_ratifier_who_refuses_blocks_in_the_same_draws()
    {
        var leader = Stakeholder("leader", Preference("issue", Point(100), Point(1)));
        var people = Stakeholder("people", Preference("issue", Point(0), Point(1)));
        var situation = Situation([Issue("issue")], [leader with { RatifiedBy = ["people"] }, people]);
        var acceptance = Evaluate(situation, Scenario(("issue", Range(40, 60, 70))) with { Draws = 2_000 }).Acceptance!;
        var (leads, ratifies) = (acceptance.Stakeholders[0], acceptance.Stakeholders[1]);
        Assert.InRange(ratifies.Probability.Value, 0.05, 0.95);
        Assert.Equal(0, leads.Probability.Value);
        Assert.Equal(1 - ratifies.Probability.Value, leads.Blocking.Single(b => b.Kind == BlockingKind.Ratifier).Share.Value, Rounding);
        Assert.Equal(ratifies.Probability.Value, leads.Blocking.Single(b => b.Kind == BlockingKind.Value).Share.Value, Rounding);
    }

    [Fact]
    public void Joint_acceptance_is_counted_in_the_draws_and_is_not_the_product_of_the_single_ones()
    {
        // The same line for both, so they accept together; opposite wishes, so they never do.
        Stakeholder Wants(string id, double ideal) => Stakeholder(id, Preference("issue", Point(ideal), Point(1)));
        AcceptanceReport Accept(double other) => Evaluate(
            Situation([Issue("issue")], [Wants("a", 100), Wants("b", other)]),
            Scenario(("issue", Range(40, 50, 60))) with { Draws = 2_000 }).Acceptance!;
        Assert.Equal(Accept(100).Stakeholders[0].Probability, Accept(100).Joint);
        Assert.Equal(0, Accept(0).Joint.Value);
        Assert.InRange(Accept(0).Stakeholders[0].Probability.Value, 0.45, 0.55);
    }

    [Fact]
    public void Only_veto_players_count_for_joint_acceptance()
    {
        var yes = Stakeholder("yes", Preference("issue", Point(100), Point(1)));
        var no = Stakeholder("no", Preference("issue", Point(0), Point(1)));
        AcceptanceReport With(StakeholderRole role) =>
            Evaluate(Situation([Issue("issue")], [yes, no with { Role = role }]), Scenario(("issue", Point(60)))).Acceptance!;
        Assert.Equal(0, With(StakeholderRole.Veto).Joint.Value);
        Assert.Equal(1, With(StakeholderRole.Influencer).Joint.Value);
        Assert.Equal(["yes"], With(StakeholderRole.Affected).VetoPlayers);
    }

    [Fact]
    public void A_higher_cost_of_no_deal_never_lowers_and_a_higher_margin_never_raises_acceptance() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var noDeal = situation.Baselines.NoDeal;
            double[] Accept(double cost, double margin)
            {
                var costly = noDeal with { Costs = [.. situation.Stakeholders.Select(s => new StakeholderCost(s.Id, Point(cost)))] };
                var changed = situation with
                {
                    Baselines = situation.Baselines with { NoDeal = costly },
                    Stakeholders = [.. situation.Stakeholders.Select(s => s with { Margin = Point(margin) })],
                };
                return [.. Evaluate(changed, scenario).Acceptance!.Stakeholders.Select(s => s.Probability.Value)];
            }

            var middle = Accept(10, 5);
            Assert.All(middle.Zip(Accept(25, 5)), pair => Assert.True(pair.Second >= pair.First));
            Assert.All(middle.Zip(Accept(10, 20)), pair => Assert.True(pair.Second <= pair.First));
        },
        iter: Effort.Of(100),
        threads: 1);

    [Fact]
    public void The_deal_is_measured_against_no_deal_and_not_against_the_status_quo()
    {
        var party = Stakeholder("party", Preference("issue", Point(100), Point(1)));
        var worse = Situation([Issue("issue")], [party], [Outcome("war", Point(1), ("issue", Point(10)))]);
        Assert.Equal(1, Evaluate(worse, Scenario(("issue", Point(30)))).Acceptance!.Joint.Value);
        Assert.Equal(0, Evaluate(worse, Scenario(("issue", Point(5)))).Acceptance!.Joint.Value);
    }

    [Fact]
    public void A_tie_is_accepted_and_a_gain_below_the_margin_is_refused_for_the_margin()
    {
        var party = Stakeholder("party", Preference("issue", Point(100), Point(1)));
        AcceptanceReport Accept(double margin, double term) =>
            Evaluate(Situation([Issue("issue")], [party with { Margin = Point(margin) }]), Scenario(("issue", Point(term)))).Acceptance!;
        Assert.Equal(1, Accept(0, 50).Joint.Value);
        Assert.Equal(1, Accept(25, 75).Joint.Value);
        var refused = Accept(26, 75).Stakeholders[0].Blocking.Single();
        Assert.Equal((BlockingKind.Margin, "margin", 1.0), (refused.Kind, refused.Id, refused.Share.Value));
    }

    [Fact]
    public void Every_red_line_has_the_share_of_draws_that_cross_it_whichever_is_crossed_furthest()
    {
        // Half of the symmetric range lies beyond 60, an eighth beyond 70; exactly at a line is not beyond it.
        var party = Stakeholder(
            "party",
            Preference("half", Point(0), Point(1), redLine: AtMost(60)),
            Preference("eighth", Point(0), Point(1), redLine: AtMost(70)),
            Preference("at", Point(0), Point(1), redLine: AtLeast(60)),
            Preference("always", Point(100), Point(1), redLine: AtLeast(99)));
        var acceptance = Evaluate(
            Situation([Issue("half"), Issue("eighth"), Issue("at"), Issue("always")], [party]),
            Scenario(("half", Range(40, 60, 80)), ("eighth", Range(40, 60, 80)), ("at", Point(60)), ("always", Point(10)))).Acceptance!.Stakeholders[0];
        // Ten strata a block: an eighth of them is one or two.
        Assert.Equal([("half", 0.5), ("eighth", 0.1), ("at", 0), ("always", 1)], acceptance.RedLines.Select(line => (line.Issue, Math.Round(line.Share.Value, 1))));
        Assert.Equal(("always", 1.0), (Assert.Single(acceptance.Blocking).Id, acceptance.Blocking[0].Share.Value));
    }

    [Fact]
    public void Of_red_lines_crossed_equally_far_the_first_is_named()
    {
        var party = Stakeholder(
            "party",
            Preference("first", Point(0), Point(1), redLine: AtMost(40)),
            Preference("second", Point(0), Point(1), redLine: AtMost(50)),
            Preference("third", Point(0), Point(1), redLine: AtMost(60)));
        var acceptance = Evaluate(
            Situation([Issue("first"), Issue("second"), Issue("third")], [party]),
            Scenario(("first", Point(45)), ("second", Point(60)), ("third", Point(70)))).Acceptance!.Stakeholders[0];
        Assert.Equal("second", Assert.Single(acceptance.Blocking).Id);
    }
}
