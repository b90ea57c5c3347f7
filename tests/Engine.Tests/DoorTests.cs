using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests;

/// <summary>What the engine refuses before it draws a number.</summary>
public sealed class DoorTests
{
    private static readonly Stakeholder Party = Stakeholder("party", Preference("issue", Point(80), Point(10)));

    [Theory]
    [InlineData(0)]
    [InlineData(-20)]
    [InlineData(19)]
    [InlineData(210)]
    public void Draws_that_do_not_fill_twenty_blocks_are_refused(int draws) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Evaluate(Situation([Issue("issue")], [Party]), Scenario() with { Draws = draws }));

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_short_horizon_outside_the_horizon_is_refused(int years) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Evaluate(Situation([Issue("issue")], [Party]), Scenario() with { ShortHorizon = years }));

    [Fact]
    public void Stakeholders_exposed_to_each_other_in_a_circle_are_refused()
    {
        Stakeholder To(string id, string other) =>
            Party with { Id = id, OutcomeExposures = [new OutcomeExposure(other, Direction.More, Point(1), Source)] };
        var problem = Assert.Throws<ArgumentException>(
            () => Evaluate(Situation([Issue("issue")], [To("a", "b"), To("b", "c"), To("c", "a")]), Scenario()));
        Assert.Contains("circle", problem.Message);
    }

    [Fact]
    public void Stakeholders_ratified_by_each_other_in_a_circle_are_refused()
    {
        Stakeholder By(string id, string other) => Party with { Id = id, RatifiedBy = [other] };
        var problem = Assert.Throws<ArgumentException>(
            () => Evaluate(Situation([Issue("issue")], [By("a", "b"), By("b", "a")]), Scenario()));
        Assert.Contains("circle", problem.Message);
    }

    [Fact]
    public void A_term_on_no_known_issue_is_refused() => Assert.Throws<ArgumentException>(
        () => Evaluate(Situation([Issue("issue")], [Party]), Scenario(("other", Point(1)))));

    [Fact]
    public void A_status_quo_that_leaves_an_issue_open_is_refused()
    {
        var situation = Situation([Issue("issue")], [Party]);
        var problem = Assert.Throws<ArgumentException>(() => Evaluate(situation with { Issues = [.. situation.Issues, Issue("open")] }, Scenario()));
        Assert.Equal("The status quo leaves an issue without a value.", problem.Message);
    }

    [Fact]
    public void A_stakeholder_to_whom_nothing_is_sure_to_matter_is_refused()
    {
        var overridden = Scenario() with
        {
            Overrides = [new Override("/stakeholders/party/preferences/issue/salience", Range(0, 0, 10))],
        };
        Assert.Throws<ArgumentException>(() => Evaluate(Situation([Issue("issue")], [Party]), overridden));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_cancelled_evaluation_stops_before_its_next_few_hundred_draws(int threads)
    {
        // A million draws of the reference size take seconds; cancelled from the start, not one chunk of them is run.
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.ThrowsAny<OperationCanceledException>(() => Evaluator.Evaluate(
            ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 20_000), new EvaluationSettings(threads), cancelled.Token));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < ResourceTests.MemoryLimit);
    }

    [Fact]
    public void An_evaluation_cancelled_on_the_way_stops()
    {
        using var cancelling = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.ThrowsAny<OperationCanceledException>(() => Evaluator.Evaluate(
            ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 1_000_000), new EvaluationSettings(1), cancelling.Token));
    }

    [Fact]
    public void Only_what_was_asked_for_is_answered_and_the_rest_does_not_change_it()
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 200));
        var all = Evaluate(situation, scenario);
        var one = Evaluate(situation, scenario with { Analyses = [Analysis.Acceptance] });
        Assert.Null(one.Impacts);
        Assert.Null(one.Effects);
        Assert.Equal(all.Acceptance!.Joint, one.Acceptance!.Joint);
    }
}
