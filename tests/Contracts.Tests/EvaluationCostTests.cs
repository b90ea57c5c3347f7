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
