using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Offering.Deals;

namespace Parley.Engine.Tests.Offering;

/// <summary>Of offers that cost the same, the one by which the veto player who gains least gains most.</summary>
public sealed class FairOfferTests
{
    /// <summary>Terms are read to a tenth of a point, and a step of the search ends within a few of them.</summary>
    private const double Read = 0.3;

    private static readonly CounterOfferRequest OnlyOne = CounterOfferRequest.Default with { Offers = 1, Limits = [new TermLimit("c", true)] };

    /// <summary>
    /// A public that ratifies asks for a + b = 88 and does not care which; the first side gains by a alone and the second by b
    /// alone, each in its own measure. The smaller of the two gains is largest where both are equal.
    /// </summary>
    [Theory]
    [InlineData(50, 50)]
    [InlineData(90, 30)]
    [InlineData(20, 80)]
    [InlineData(5, 95)]
    public void What_costs_the_same_goes_where_both_sides_gain_alike(double first, double second)
    {
        var (situation, scenario) = TwoIssues(first, second);
        var offer = Offers(situation, scenario, OnlyOne).Offers[0];
        var even = 88 * second / (first + second);
        Assert.Equal(88, offer.Cost, Read);
        Assert.Equal(even, Moved(offer, "a"), Read);
        Assert.Equal(88 - even, Moved(offer, "b"), Read);
        Assert.Equal(even * first / 100, offer.SmallestMedianGain.Value, Read);
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(90, 30)]
    [InlineData(5, 95)]
    public void No_point_of_a_grid_that_costs_no_more_gives_who_gains_least_more(double first, double second)
    {
        var (situation, scenario) = TwoIssues(first, second);
        var offer = Offers(situation, scenario, OnlyOne).Offers[0];
        var grid = new GridOracle(situation, Ask(scenario, OnlyOne), step: 2);
        var gains = grid.SmallestGains(offer.Cost + 1e-6); // whole numbers that add up to 88 cost as much, but for rounding
        Assert.InRange(gains.Length, 40, int.MaxValue); // from 0 and 88 to 88 and 0 by twos
        Assert.True(gains.Min() < gains.Max() - 4, "the points of the grid have different gains");
        Assert.InRange(gains.Max() - grid.SmallestGain(offer), -2, 0.01); // and some of them come within 2 points of what is best
    }

    private static (Situation Situation, Scenario Scenario) TwoIssues(double first, double second)
    {
        var situation = Build.Situation(
            [Issue("a"), Issue("b"), Issue("c")],
            [
                Stakeholder("one", Wants("a", 100, first), Wants("c", 100, 100 - first)) with { RatifiedBy = ["public"] },
                Stakeholder("two", Wants("b", 100, second), Wants("c", 100, 100 - second)),
                Stakeholder("public", Wants("a", 100), Wants("b", 100)) with { Role = StakeholderRole.Influencer, Margin = Point(43.999) }, // a little less, so that rounding does not refuse 88
            ],
            noDeal: [Outcome("nothing", Point(1), ("a", Point(0)), ("b", Point(0)))]);
        return (situation, Scenario(("a", Point(0)), ("b", Point(0))));
    }
}
