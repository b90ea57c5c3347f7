namespace Parley.Contracts.Tests;

public class ComparisonCostTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_most_draws_cost_no_more_than_allowed_and_one_block_each_more_would(int scenarios)
    {
        var most = ComparisonCost.MostDraws(Sample.Situation, scenarios);
        Assert.Equal(0, most % 20);
        Assert.True(ComparisonCost.Of(Sample.Situation, scenarios, most) <= ComparisonCost.Max);
        Assert.True(ComparisonCost.Of(Sample.Situation, scenarios, most + 20) > ComparisonCost.Max);
    }

    [Fact]
    public void Four_scenarios_on_the_largest_situation_can_be_compared_with_the_fewest_draws_and_two_on_the_smallest_with_no_more_than_a_million()
    {
        var many = Sample.Situation with
        {
            Issues = [.. Enumerable.Repeat(Sample.Situation.Issues[0], 30)],
            Stakeholders = [.. Enumerable.Repeat(Sample.Situation.Stakeholders[0], 40)],
        };
        var one = Sample.Situation with { Issues = [Sample.Situation.Issues[0]], Stakeholders = [Sample.Situation.Stakeholders[0]] };
        Assert.True(ComparisonCost.MostDraws(many, 4) >= 200);
        Assert.Equal(1_000_000, ComparisonCost.MostDraws(one, 2));
    }
}
