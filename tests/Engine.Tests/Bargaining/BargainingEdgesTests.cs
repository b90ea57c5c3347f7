using Parley.Engine.Bargaining;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>Situations with little in them: one actor, nobody who can refuse, issues that only some care about.</summary>
public sealed class BargainingEdgesTests
{
    /// <summary>The solvers fade their barrier to 1e-8 of the scale; a bound that is best without pressing is kept off by its root.</summary>
    private const double Solved = 0.01;

    private const double Rounding = 1e-9;

    private static readonly Stakeholder Veto = Stakeholder("veto", Preference("first", Point(20), Point(60)));

    private static readonly Stakeholder Influencer = Stakeholder(
        "influencer", Preference("first", Point(90), Point(30)), Preference("second", Point(100), Point(50))) with
    {
        Role = StakeholderRole.Influencer,
    };

    [Fact]
    public void One_actor_alone_gets_its_way_by_every_method()
    {
        var report = Run([Veto], ["first"]);
        Assert.Equal(Enum.GetValues<BargainingMethod>().Length, report.Outcomes.Count);
        Assert.All(report.Outcomes, outcome =>
        {
            Assert.Equal(BargainingVerdict.Found, outcome.AtModes);
            Assert.Equal(1, outcome.Found.Value);
            Assert.Equal(20, Assert.Single(outcome.Issues).AtModes!.Value, Solved);
        });
        Assert.Equal(1, report.Rounds[0].Actors.Single().WinProbability);
        Assert.Empty(report.Exchanges);
    }

    [Fact]
    public void Who_has_no_position_on_an_issue_stands_where_the_others_mean_lies()
    {
        var report = Run([Veto, Influencer], ["first", "second"]);
        var compromise = report.Outcomes[0].Issues.Single(issue => issue.Issue == "second").AtModes!.Value;
        Assert.Equal(100, compromise, Rounding);
        Assert.Equal(compromise, report.Rounds[0].Actors.Single(actor => actor.Stakeholder == "veto").Positions[1], Rounding);
    }

    [Fact]
    public void Having_no_position_is_having_the_others_mean_and_not_caring()
    {
        var third = Stakeholder("third", Preference("first", Point(50), Point(40)), Preference("second", Point(30), Point(20)));
        var mean = ((100 * 50) + (30 * 20)) / 70.0;
        var written = Veto with { Preferences = [.. Veto.Preferences, Preference("second", Point(mean), Point(0))] };
        var (without, with) = (Run([Veto, Influencer, third], ["first", "second"]), Run([written, Influencer, third], ["first", "second"]));
        Assert.All(without.Outcomes.Zip(with.Outcomes), pair => Assert.All(
            pair.First.Issues.Zip(pair.Second.Issues), issue => Assert.Equal(issue.First.AtModes!.Value, issue.Second.AtModes!.Value, Solved)));
    }

    [Fact]
    public void A_set_of_preferences_without_a_position_is_put_where_the_others_mean_lies_when_it_holds()
    {
        // At the modes its own set is the likelier one, which says nothing on the second issue.
        var torn = Veto with { Profiles = [new Profile("keen", "Keen", [Preference("second", Point(10), Point(40))], Source)] };
        var (without, with) = (
            Run([Veto, Influencer], ["first", "second"]),
            Run([torn, Influencer], ["first", "second"], profiles: new ProfileChoice("veto", "keen", 0.2)));
        Assert.Equal(without.Rounds[0].Actors[0].Positions, with.Rounds[0].Actors[0].Positions);
        Assert.All(without.Outcomes.Zip(with.Outcomes), pair => Assert.Equal(
            pair.First.Issues.Select(issue => issue.AtModes), pair.Second.Issues.Select(issue => issue.AtModes)));
    }

    [Theory]
    [InlineData(BargainingMethod.Nash)]
    [InlineData(BargainingMethod.KalaiSmorodinsky)]
    public void What_no_player_cares_about_stays_at_the_status_quo(BargainingMethod method)
    {
        var outcome = Run([Veto, Influencer], ["first", "second"], statusQuo: 30).Outcomes.Single(o => o.Method == method);
        Assert.Equal(20, outcome.Issues[0].AtModes!.Value, Solved);
        Assert.Equal(30, outcome.Issues[1].AtModes!.Value, Rounding);
    }

    [Fact]
    public void A_red_line_bounds_also_what_its_owner_does_not_care_about()
    {
        var bound = Veto with { Preferences = [.. Veto.Preferences, Preference("second", Point(80), Point(0), redLine: AtLeast(40))] };
        var outcome = Run([bound, Influencer], ["first", "second"], statusQuo: 30).Outcomes.Single(o => o.Method == BargainingMethod.Nash);
        Assert.Equal(40, outcome.Issues[1].AtModes!.Value, Rounding);
    }

    [Fact]
    public void A_red_line_that_forbids_what_is_not_negotiable_leaves_no_agreement()
    {
        var bound = Veto with { Preferences = [.. Veto.Preferences, Preference("second", Point(80), Point(10), redLine: AtLeast(40))] };
        var report = Run([Veto with { Id = "other", Name = "other" }, bound], ["first", "second"], statusQuo: 30, negotiable: issue => issue != "second");
        Assert.Equal(BargainingVerdict.Infeasible, report.Outcomes.Single(outcome => outcome.Method == BargainingMethod.Nash).AtModes);
        var blocking = report.Blocking!;
        Assert.Equal(("veto", "veto", "second", 10), (blocking.First, blocking.Second, blocking.Issue, blocking.Gap));
        Assert.Contains("not negotiable", blocking.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_negotiable_is_not_on_the_table_and_a_red_line_that_holds_there_does_no_harm()
    {
        var bound = Veto with { Preferences = [.. Veto.Preferences, Preference("second", Point(80), Point(10), redLine: AtLeast(30))] };
        var report = Run([bound, Influencer], ["first", "second"], statusQuo: 30, negotiable: issue => issue != "second");
        Assert.Null(report.Blocking);
        Assert.All(report.Outcomes, outcome => Assert.Equal("first", Assert.Single(outcome.Issues).Issue));
    }

    [Fact]
    public void Where_nobody_can_refuse_there_is_no_disagreement_to_bargain_over()
    {
        var report = Run([Influencer], ["first", "second"]);
        Assert.Equal("Nobody can stop a deal, so there is no disagreement to bargain over.", report.Blocking!.Text);
        Assert.Null(report.Blocking.First);
        Assert.Equal(
            [BargainingMethod.Nash, BargainingMethod.KalaiSmorodinsky],
            report.Outcomes.Where(outcome => outcome.AtModes == BargainingVerdict.Infeasible).Select(outcome => outcome.Method));
    }

    [Fact]
    public void Red_lines_that_leave_a_single_point_leave_that_point()
    {
        var (low, high) = (
            Stakeholder("low", Preference("first", Point(0), Point(50), redLine: AtLeast(40)), Preference("second", Point(0), Point(50))),
            Stakeholder("high", Preference("first", Point(100), Point(50), redLine: AtMost(40)), Preference("second", Point(0), Point(50))));
        var report = Run([low, high], ["first", "second"]);
        Assert.All(report.Outcomes.Where(o => o.Method is BargainingMethod.Nash or BargainingMethod.KalaiSmorodinsky), outcome =>
        {
            Assert.Equal(40, outcome.Issues[0].AtModes!.Value, Rounding);
            Assert.Equal(0, outcome.Issues[1].AtModes!.Value, Solved);
        });
    }

    [Fact]
    public void A_matrix_with_something_that_is_no_number_is_refused_and_not_raised_for_ever() =>
        Assert.Throws<ArgumentException>(() => new CholeskySolver(1).Solve([double.NaN], [1], new double[1]));

    private static BargainingReport Run(
        Stakeholder[] stakeholders,
        string[] issues,
        double statusQuo = 50,
        Func<string, bool>? negotiable = null,
        params ProfileChoice[] profiles)
    {
        var situation = Situation([.. issues.Select(id => Issue(id) with { Negotiable = negotiable?.Invoke(id) ?? true })], stakeholders);
        var held = situation.Baselines.StatusQuo with { Outcomes = [Outcome("held", Point(1), [.. issues.Select(id => (id, Point(statusQuo)))])] };
        return Evaluate(
            situation with { Baselines = situation.Baselines with { StatusQuo = held } },
            Scenario() with { Analyses = [Analysis.Bargaining], Profiles = profiles }).Bargaining!;
    }
}
