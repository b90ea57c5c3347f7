using Parley.Engine.Bargaining;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>What the report says of each method, asked for through the engine's door.</summary>
public sealed class BargainingVerdictTests
{
    private const double Solved = 0.01;

    private const string Hedge = ", as far as the search can tell.";

    /// <summary>A dollar of which the first can have at most three quarters: shares of 3/4 and 1 are equal at 3/7.</summary>
    [Fact]
    public void The_two_cooperative_solutions_are_told_apart()
    {
        var report = Run(
            [Stakeholder("first", Preference("dollar", Point(100), Point(50))), Stakeholder("second", Preference("dollar", Point(0), Point(50), redLine: AtMost(75)))],
            costs: [new StakeholderCost("first", Point(50)), new StakeholderCost("second", Point(50))]);

        Assert.Equal(50, At(report, BargainingMethod.Nash, "dollar"), Solved);
        Assert.Equal(300.0 / 7, At(report, BargainingMethod.KalaiSmorodinsky, "dollar"), Solved);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_only_all_together_cannot_agree_it_is_proven_unless_somebody_values_issues_together(bool isTogether)
    {
        // More than 2/5 of either issue for two, and less than 3/5 of both together for the third.
        var first = Stakeholder("first", Preference("one", Point(100), Point(50)), Preference("other", Point(100), Point(0))) with { Margin = Point(-10) };
        var second = Stakeholder("second", Preference("other", Point(100), Point(50))) with { Margin = Point(-10) };
        var third = Stakeholder("third", Preference("one", Point(0), Point(50)), Preference("other", Point(0), Point(50))) with { Margin = Point(20) };
        var report = Run([isTogether ? first with { Interactions = [Together("one", "other", 1e-3)] } : first, second, third]);

        Assert.Equal(
            new BlockingReport(
                null, null, null, 0, !isTogether, $"Every two of those whose consent is needed could agree, but not all of them together{(isTogether ? Hedge : ".")}"),
            report.Blocking);
        Assert.All(
            report.Outcomes.Where(outcome => outcome.Method is BargainingMethod.Nash or BargainingMethod.KalaiSmorodinsky),
            outcome => Assert.Equal((BargainingVerdict.Infeasible, report.Blocking!.Text), (outcome.AtModes, outcome.Reason)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whom_nothing_contents_is_named_alone(bool isTogether)
    {
        var tall = Stakeholder("tall", Preference("one", Point(100), Point(50)), Preference("other", Point(100), Point(50))) with { Margin = Point(60) };
        var report = Run([Stakeholder("easy", Preference("one", Point(0), Point(50))), isTogether ? tall with { Interactions = [Together("one", "other", 1e-3)] } : tall]);

        Assert.Equal(
            new BlockingReport(
                "tall", "tall", null, 0, !isTogether, $"Nothing within the red lines of tall is worth more than no deal to that stakeholder{(isTogether ? Hedge : ".")}"),
            report.Blocking);
    }

    [Fact]
    public void Two_who_cannot_agree_are_named_both()
    {
        var report = Run(
        [
            Stakeholder("first", Preference("one", Point(100), Point(50))) with { Margin = Point(5) },
            Stakeholder("second", Preference("one", Point(0), Point(50))) with { Margin = Point(5) },
        ]);

        Assert.Equal(new BlockingReport("first", "second", null, 0, true, "No terms are worth more than no deal to both first and second."), report.Blocking);
    }

    /// <summary>In about three of ten draws nobody cares about the second issue, and there is no outcome on it.</summary>
    [Theory]
    [InlineData(BargainingMethod.CompromiseMean)]
    [InlineData(BargainingMethod.SpatialModel)]
    [InlineData(BargainingMethod.EqualGainExchange)]
    public void A_draw_in_which_nobody_cares_about_an_issue_has_no_answer(BargainingMethod method)
    {
        var torn = Stakeholder("torn", Preference("one", Point(20), Point(60))) with
        {
            Profiles = [new Profile("keen", "Keen", [Preference("one", Point(20), Point(60)), Preference("other", Point(10), Point(40))], Source)],
        };
        var report = Run([torn, Stakeholder("firm", Preference("one", Point(80), Point(50)))], profiles: [new ProfileChoice("torn", "keen", 0.7)]);

        var outcome = report.Outcomes.Single(each => each.Method == method);
        Assert.Equal(BargainingVerdict.Found, outcome.AtModes);
        Assert.InRange(outcome.Found.Value, 0.55, 0.85);
    }

    [Fact]
    public void Who_cares_about_nothing_leaves_the_methods_of_positions_their_answers()
    {
        var report = Run(
        [
            Stakeholder("first", Preference("one", Point(20), Point(60))),
            Stakeholder("second", Preference("one", Point(80), Point(50))),
            Stakeholder("idle", Preference("one", Point(50), Point(0))) with
            {
                Role = StakeholderRole.Influencer,
                OutcomeExposures = [new OutcomeExposure("first", Direction.More, Point(10), Source)],
            },
        ]);

        Assert.All(report.Outcomes.Where(outcome => outcome.Method is BargainingMethod.CompromiseMean or BargainingMethod.SpatialModel or BargainingMethod.EqualGainExchange), outcome =>
        {
            Assert.Equal((BargainingVerdict.Found, 1), (outcome.AtModes, outcome.Found.Value));
            Assert.InRange(outcome.Issues[0].AtModes!.Value, 20, 80);
        });
    }

    /// <summary>Two pairs with the same to gain, laid out from the last to the first.</summary>
    [Fact]
    public void Of_equal_exchanges_the_first_by_its_ids_is_made_first()
    {
        Stakeholder Pole(string id, string first, string second, double at, double salience, double other) =>
            Stakeholder(id, Preference(first, Point(at), Point(salience)), Preference(second, Point(at), Point(other)));
        var report = Run(
        [
            Pole("d", "three", "two", 0, 10, 90), Pole("c", "three", "two", 100, 60, 50), Pole("b", "one", "other", 0, 10, 90), Pole("a", "one", "other", 100, 60, 50),
        ]);

        Assert.Equal(2, report.Exchanges.Count);
        Assert.Equal(report.Exchanges[0].Gain, report.Exchanges[1].Gain, 1e-6);
        Assert.Equal(["a", "b"], new[] { report.Exchanges[0].First, report.Exchanges[0].Second }.Order());
    }

    [Theory]
    [InlineData("one", "other")]
    [InlineData("other", "one")]
    public void What_a_player_only_values_together_with_something_else_is_bargained_over(string first, string second)
    {
        var player = Stakeholder("player", Preference("one", Point(20), Point(60)), Preference("other", Point(80), Point(0))) with { Interactions = [Together(first, second, 40)] };
        var keeper = Stakeholder("keeper", Preference("other", Point(0), Point(10))) with { Role = StakeholderRole.Influencer };

        Assert.Equal(80, At(Run([player, keeper]), BargainingMethod.Nash, "other"), Solved);
    }

    private static Interaction Together(string first, string second, double weight) => new("together", first, second, Point(weight), Source);

    private static double At(BargainingReport report, BargainingMethod method, string issue) =>
        report.Outcomes.Single(outcome => outcome.Method == method).Issues.Single(each => each.Issue == issue).AtModes!.Value;

    private static BargainingReport Run(Stakeholder[] stakeholders, StakeholderCost[]? costs = null, ProfileChoice[]? profiles = null)
    {
        string[] issues = [.. stakeholders.SelectMany(s => s.Preferences.Concat(s.Profiles.SelectMany(profile => profile.Preferences))).Select(preference => preference.Issue).Distinct().Order(StringComparer.Ordinal)];
        return Evaluate(
            Situation([.. issues.Select(Issue)], stakeholders, costs: costs), Scenario() with { Analyses = [Analysis.Bargaining], Profiles = profiles ?? [] }).Bargaining!;
    }
}
