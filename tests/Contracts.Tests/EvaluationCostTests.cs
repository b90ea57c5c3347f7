using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class EvaluationCostTests
{
    [Fact]
    public void The_cost_counts_draws_stakeholders_issues_and_analyses() =>
        Assert.Equal(2000 * 3 * 4 * 2, EvaluationCost.Of(Sample.Scenario, Sample.Situation));

    [Fact]
    public void The_largest_sample_of_a_usual_situation_is_allowed_but_not_of_the_largest()
    {
        Assert.True(1_000_000L * 15 * 15 * 5 <= EvaluationCost.Max);
        Assert.True(1_000_000L * 40 * 30 * 5 > EvaluationCost.Max);
    }

    /// <summary>The largest web that a document can have, between one stakeholder and one issue.</summary>
    internal static Situation Web { get; } = Sample.Situation with
    {
        Issues = [Sample.Situation.Issues[0]],
        Stakeholders = [Sample.Situation.Stakeholders[0]],
        Effects = [.. Enumerable.Repeat(Sample.Situation.Effects[0], 60)],
        Links = [.. Enumerable.Repeat(Sample.Situation.Links[0], 300)],
        Baselines = Sample.Situation.Baselines with
        {
            NoDeal = Sample.Situation.Baselines.NoDeal with { Outcomes = [.. Enumerable.Repeat(Sample.Situation.Baselines.NoDeal.Outcomes[0], 20)] },
        },
    };

    [Fact]
    public void A_web_of_causes_counts_where_it_is_the_larger_work()
    {
        var long30 = Sample.Scenario with { Horizon = 30, Draws = 20_000, Analyses = Scenario.DefaultAnalyses };

        // 22 worlds, 30 years, 300 links and 60 effects: measured at 0.41 ms a draw, or 41,000 units of 10 ns.
        Assert.InRange(EvaluationCost.Of(long30, Web) / 20_000.0, 10_000, 41_000);
        Assert.True(EvaluationCost.Of(long30 with { Draws = 1_000_000 }, Web) > EvaluationCost.Max);
        Assert.Equal(EvaluationCost.Of(long30, Web), 3 * EvaluationCost.Of(long30 with { Horizon = 10 }, Web));
    }

    [Fact]
    public void The_largest_samples_over_the_longest_horizon_are_allowed_on_every_shipped_situation() => Assert.All(Shipped.Situations(), shipped =>
    {
        var longest = new Scenario(shipped.Value.Id, "Longest", ScenarioKind.Constructed, null, null, [], [], [], 30, 2, 1_000_000, 1, Scenario.DefaultAnalyses);
        Assert.True(EvaluationCost.Of(longest, shipped.Value) <= EvaluationCost.Max);
        var driven = longest with { Analyses = [Analysis.Drivers], Drivers = new DriversRequest([], DriversRequest.MostPoints, 100) };
        Assert.True(EvaluationCost.Of(driven, shipped.Value) <= EvaluationCost.Max);
    });

    [Fact]
    public void Bargaining_costs_the_same_for_any_number_of_draws_and_the_largest_situation_can_ask_for_it()
    {
        var asked = Sample.Scenario with { Analyses = [Analysis.Bargaining] };
        Assert.Equal(EvaluationCost.Of(asked with { Draws = 200 }, Sample.Situation), EvaluationCost.Of(asked with { Draws = 1_000_000 }, Sample.Situation));
        Assert.InRange(850_000L * 40 * 30, EvaluationCost.Of(asked, Sample.Situation), EvaluationCost.Max);
    }

    [Fact]
    public void The_largest_cost_there_can_be_is_still_a_number()
    {
        var many = Sample.Situation with
        {
            Issues = [.. Enumerable.Repeat(Sample.Situation.Issues[0], 30)],
            Stakeholders = [.. Enumerable.Repeat(Sample.Situation.Stakeholders[0], 40)],
        };
        Assert.Equal(2_400_000_000, EvaluationCost.Of(Sample.Scenario with { Draws = 1_000_000 }, many));
    }
}
