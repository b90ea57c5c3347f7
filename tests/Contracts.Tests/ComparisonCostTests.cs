using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class ComparisonCostTests
{
    private static readonly Situation Largest = Sample.Situation with
    {
        Issues = [.. Enumerable.Repeat(Sample.Situation.Issues[0], 30)],
        Stakeholders = [.. Enumerable.Repeat(Sample.Situation.Stakeholders[0], 40)],
    };

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_most_draws_cost_no_more_than_allowed_and_one_more_in_each_block_would(int scenarios)
    {
        var most = ComparisonCost.MostDraws(Largest, 10, scenarios);
        Assert.Equal(0, most % 20);
        Assert.True(ComparisonCost.Of(Largest, 10, scenarios, most) <= ComparisonCost.Max);
        Assert.True(ComparisonCost.Of(Largest, 10, scenarios, most + 20) > ComparisonCost.Max);
    }

    [Fact]
    public void Four_scenarios_on_the_largest_situation_can_be_compared_with_the_fewest_draws_there_are() =>
        Assert.True(ComparisonCost.MostDraws(Largest, 10, 4) >= 200);

    [Fact]
    public void The_default_number_of_draws_is_enough_for_four_scenarios_on_a_usual_situation() => Assert.True(
        ComparisonCost.MostDraws(Largest with { Issues = [.. Largest.Issues.Take(15)], Stakeholders = [.. Largest.Stakeholders.Take(15)] }, 10, 4) >= Scenario.DefaultDraws);

    [Fact]
    public void A_web_of_causes_leaves_fewer_draws_where_it_is_the_larger_work() =>
        Assert.InRange(ComparisonCost.MostDraws(EvaluationCostTests.Web, 30, 4), 200, 5_000);

    [Fact]
    public void However_small_the_situation_there_is_a_largest_sample() =>
        Assert.Equal(ComparisonCost.LargestSample, ComparisonCost.MostDraws(Sample.Situation, 10, 2));
}
