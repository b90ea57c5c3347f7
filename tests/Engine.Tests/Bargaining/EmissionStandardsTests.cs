using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>What is exact in the published case; the round-by-round traces are contested between replications.</summary>
public sealed class EmissionStandardsTests
{
    [Fact]
    public void The_compromise_mean_is_the_published_weighted_mean()
    {
        var outcome = new double[1];
        CompromiseMean.Compute(EmissionStandards1994.Table, outcome);
        Assert.Equal(7.389955686853767, EmissionStandards1994.ToYears(outcome[0]), 1e-12); // rounding of ten terms
    }

    [Theory]
    [InlineData(4, 10, -52.8)]
    [InlineData(4, 7, -54.3)]
    [InlineData(10, 7, -1.5)]
    public void Pairwise_votes_are_the_published_ones(double one, double other, double votes) =>
        Assert.True(Math.Abs(votes - EmissionStandards1994.Votes(one, other)) < 1e-9, $"{EmissionStandards1994.Votes(one, other)}"); // rounding

    [Fact]
    public void Seven_years_beat_every_other_date() => Assert.All(
        Enumerable.Range(0, 61).Select(step => 4 + (0.1 * step)).Where(date => Math.Abs(date - 7) > 1e-9),
        date => Assert.True(EmissionStandards1994.Votes(7, date) > 0, $"{date}"));
}
